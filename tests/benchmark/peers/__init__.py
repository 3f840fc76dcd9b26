"""comity side by side with what careful users fall back on: the same work, on the same files, in one run.

`work` says what is asked, `sets` of what data, `contender` how a peer answers; each peer is a file `by_<peer>`.
A peer lives in a process of its own (`worker`), which `race` asks in turn; `report` prints what came of it.
"""
