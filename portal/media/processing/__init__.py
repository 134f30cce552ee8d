"""Cleans and reads one document in a process of its own, which never imports Django.

`python -m portal.media.processing STEP SOURCE FOLDER` writes what the step yields into FOLDER:

- `clean`: the file `clean`, which is the document without metadata about people
- `text`: the file `text` (UTF-8, pages separated by form feeds), and `pages`, their number
- `cover`: the file `cover.webp`, a picture of the first page

A document that cannot be used ends it with code UNUSABLE and one word, the problem, on stdout.
"""
