"""The one gate: what makes content public, changes what is public, or takes it away.

`actions` says in order what each of publish, unpublish, delete, move, copy and convert
checks and what follows; `doors` leads every way that Wagtail and wagtail-localize have to them.
"""
