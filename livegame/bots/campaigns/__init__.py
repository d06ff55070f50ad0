"""Players, calibration and backtest of campaigns of several days."""
