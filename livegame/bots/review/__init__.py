"""The review: what each choice of a run was worth, beside the others under the same luck."""
