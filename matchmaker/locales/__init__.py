"""The texts of the product in French, Dutch and English."""
