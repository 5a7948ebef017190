"""What figures mean: pure functions of values by province, numpy and pandas only."""
