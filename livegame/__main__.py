"""`python -m livegame` is `livegame`."""

import sys

from livegame.cli import main

sys.exit(main())
