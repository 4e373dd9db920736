"""From a collection file to finished books.

The file is read by `config`, checked against `keys` and `values`; `planning` finds the books to be and `names` them; `staleness` says why one
must be built (`components`: what it depends on); `driver` runs, puts finished files on a `shelf`, and remembers in the `lock` what they were made of, in `versions` their text.
"""
