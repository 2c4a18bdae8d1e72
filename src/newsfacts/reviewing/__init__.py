"""What a person does with the proposals of a draft, as edits of the file: accept, change, reject. The editor and the view use it."""
