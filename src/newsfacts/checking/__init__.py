"""Running the rules over one document or many, and everything around it: configuration, suppression, fixes, baseline."""
