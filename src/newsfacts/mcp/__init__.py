"""A server for language models (Model Context Protocol): quotations, numbers and dates checked against sources. No network."""
