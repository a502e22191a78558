"""Problems that others have published, read and solved by the product's own engine."""
