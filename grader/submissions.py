"""Folders, archives and notebooks to source text: {topic: source} a student. Knows nothing of grading.

All that is read here is hostile: nothing is extracted, followed or parsed as Python, and every size is bounded.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath

from grader import archives
from grader.archives import MAX_ARCHIVE, MAX_ENTRIES, MIB, Member, Unreadable
from grader.sources import MAX_SOURCE, SourceFile, source_file
from grader.topics import TOPICS

MAX_NOTEBOOK = 8 * MIB  # plots in its outputs are large; its code is bounded by MAX_SOURCE too
MAX_STUDENT = 100  # characters of a student's id

HIDDEN = ("__pycache__", "__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Submission:
    """What one student handed in: `files` by topic.

    `student` and all other text is untrusted. `sha256` depends on the topics' files alone, not on where they lie or how
    they are packed.
    """

    student: str
    path: Path
    files: dict[str, SourceFile]
    sha256: str

    @property
    def safe_name(self) -> str:
        """The student's id as a file name."""
        return safe_name(self.student)


@dataclass(frozen=True)
class Ignored:
    """Something under the given path that is not graded, and why."""

    path: Path
    reason: str


class NotASubmission(Exception):
    """An entry without any topic's file; the message is the reason."""


def find(path: Path, topics: Sequence[str] = TOPICS) -> tuple[list[Submission], list[Ignored]]:
    """The submissions at `path`, in the order of their names, and what was ignored there.

    Args:
        path: one submission, or a folder of submissions. A folder that itself holds a topic's file is one submission.
        topics: those whose files are read, <topic>.py or <topic>.ipynb. Who has only others is listed, without files.

    Raises:
        FileNotFoundError: nothing is there.
    """
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such file or folder")
    if path.is_symlink() or path.name in ("", ".."):  # the one link that is followed; and "." needs a name
        path = path.resolve()
    if not path.is_dir():
        return collect([path], topics)
    if any(topic_paths(path, topics)):
        submissions, ignored = collect([path], topics)
        return submissions, ignored + inner_archives(path, topics)
    entries = sorted(path.iterdir())
    submissions, ignored = collect([entry for entry in entries if not is_hidden(entry.name)], topics)
    hidden = [Ignored(entry, "hidden, or made by the system") for entry in entries if is_hidden(entry.name)]
    return submissions, ignored + hidden


def safe_name(student: str) -> str:
    """A file name for a student's id, without a suffix. Different ids have different names.

    Where it has characters other than ASCII letters, digits and . _ - they become _, and ~ and a hash are added. An id
    that stays as it is holds no ~, so no one can choose an id that takes another's place.
    """
    if re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", student):
        return student
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", student)
    return f"{plain}~{digest(student)[:12]}"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


# Entries


def collect(entries: list[Path], topics: Sequence[str]) -> tuple[list[Submission], list[Ignored]]:
    """The submissions among the entries, one a student, and everything else with its reason."""
    kept: dict[str, Submission] = {}
    ignored: list[Ignored] = []
    for entry in entries:
        try:
            submission, passed_over = read_entry(entry, topics)
        except NotASubmission as reason:
            ignored.append(Ignored(entry, str(reason)))
            continue
        ignored += passed_over
        other = kept.get(submission.student)
        if other and modified(other.path, topics) > modified(entry, topics):
            submission, other = other, submission
        if other:
            ignored.append(Ignored(other.path, f"{submission.path.name}, of the same student, is newer"))
        kept[submission.student] = submission
    return list(kept.values()), ignored


def modified(path: Path, topics: Sequence[str]) -> int:
    """When a submission last changed. Editing a file leaves its folder's time alone, so the files' times count too."""
    return max(os.lstat(part).st_mtime_ns for part in [path, *topic_paths(path, topics)])


def read_entry(path: Path, topics: Sequence[str]) -> tuple[Submission, list[Ignored]]:
    """One entry as a submission; what cannot be read in it is a problem of its files. Raises NotASubmission."""
    kind = kind_on_disk(path)
    if kind not in ("file", "folder"):
        raise NotASubmission(f"a {kind}; only files and folders are read")
    student = student_id(path.name, kind, topics)
    ignored: list[Ignored] = []
    try:
        chosen, ignored = choose(path, members_of(path, kind, topics), topics)
        contents = {topic: (member.path.name, content_of(member)) for topic, member in chosen.items()}
    except Unreadable as problem:
        contents = {topic: (f"{topic}.py", problem) for topic in topics}
    files = {topic: source_file(name, content) for topic, (name, content) in contents.items()}
    return Submission(student, path, files, checksum(contents.values())), ignored


def student_id(name: str, kind: str, topics: Sequence[str]) -> str:
    """The student's id: an entry's name without an archive's or topic file's suffix, at most MAX_STUDENT characters."""
    if kind == "file":
        name = PurePosixPath(name).stem if name in known_names(topics) else archives.stem(name)
    student = os.fsencode(name).decode(errors="backslashreplace")
    if len(student) > MAX_STUDENT:  # two long names may begin alike
        student = f"{student[: MAX_STUDENT - 13]}~{digest(student)[:12]}"
    return student


def members_of(path: Path, kind: str, topics: Sequence[str]) -> list[Member]:
    """What an entry holds, as members of an archive. Raises NotASubmission and Unreadable."""
    if kind == "folder":
        return folder_members(path, topics)
    if path.name in known_names(topics):
        return [member_on_disk(path, path.parent)]
    named_so = archives.stem(path.name) != path.name
    try:
        if not named_so and not archives.kind_of(read_regular(path, archives.HEAD)):
            raise NotASubmission(f"neither a folder, an archive nor a topic's file such as {topics[0]}.py")
        content = read_regular(path, MAX_ARCHIVE + 1)
        if len(content) > MAX_ARCHIVE:
            raise Unreadable(f"the archive is larger than {MAX_ARCHIVE // MIB} MiB; pack only the exercise files")
        return archives.members(content)
    except Unreadable as problem:
        if named_so:
            raise
        raise NotASubmission(str(problem)) from problem  # no one called it an archive


def choose(path: Path, members: list[Member], topics: Sequence[str]) -> tuple[dict[str, Member], list[Ignored]]:
    """A submission's file for each topic that it has: from the top, else from the only folder there that holds some."""
    folders = topic_folders(members, topics)
    top = PurePosixPath()
    near = [folder for folder in folders if len(folder.parts) <= 1]
    if top in near:
        base = top
    elif len(near) == 1:
        base = near[0]
    elif near:
        raise Unreadable(f"topics' files lie in {len(near)} folders ({listed(near)}); put them into one")
    elif folders:
        raise NotASubmission(f"its topics' files lie too deep ({listed(list(folders))}); move them up")
    else:
        raise NotASubmission(f"holds no topic's file such as {topics[0]}.py")
    ignored = [Ignored(path / folder, f"{path.name} holds topics' files itself") for folder in near if folder != base]
    chosen = {}
    for topic in topics:
        found = [folders[base][name] for name in file_names(topic) if name in folders[base]]
        if found:
            chosen[topic] = found[0]
        ignored += [Ignored(path / member.path, f"{found[0].path.name} counts") for member in found[1:]]
    return chosen, ignored


def topic_folders(members: list[Member], topics: Sequence[str]) -> dict[PurePosixPath, dict[str, Member]]:
    """Topics' files by folder and name."""
    folders: dict[PurePosixPath, dict[str, Member]] = {}
    known = known_names(topics)
    for member in members:
        parent, name = member.path.parent, member.path.name
        if name in known and member.kind != "folder" and not any(map(is_hidden, parent.parts)):
            folders.setdefault(parent, {})[name] = member
    return folders


def listed(folders: list[PurePosixPath]) -> str:
    names = [str(folder)[:50] for folder in folders[:3]]
    return ", ".join(names) + (", ..." if len(folders) > 3 else "")


def file_names(topic: str) -> tuple[str, str]:
    """The names that a topic's file may have; where there are both, the first counts."""
    return f"{topic}.py", f"{topic}.ipynb"


def known_names(topics: Sequence[str]) -> set[str]:
    """Names that make a folder a submission: every topic's, lest who lacks the topics asked for be overlooked."""
    return {name for topic in (*topics, *TOPICS) for name in file_names(topic)}


def is_hidden(name: str) -> bool:
    return name.startswith(".") or name in HIDDEN


# On the disk


def topic_paths(folder: Path, topics: Sequence[str]) -> Iterator[Path]:
    """The topics' files directly in a folder, whatever they are except folders."""
    for name in sorted(known_names(topics)):
        path = folder / name
        if os.path.lexists(path) and kind_on_disk(path) != "folder":
            yield path


def folder_members(folder: Path, topics: Sequence[str]) -> list[Member]:
    """The topics' files in a folder and, among its first MAX_ENTRIES entries, in the folders directly below."""
    try:
        with os.scandir(folder) as entries:
            below = [entry.name for entry in islice(entries, MAX_ENTRIES) if entry.is_dir(follow_symlinks=False)]
    except OSError as error:
        raise Unreadable(f"the folder cannot be read: {error.strerror}") from error
    places = [folder, *(folder / name for name in sorted(below) if not is_hidden(name))]
    return [member_on_disk(path, folder) for place in places for path in topic_paths(place, topics)]


def member_on_disk(path: Path, folder: Path) -> Member:
    return Member(PurePosixPath(path.relative_to(folder)), kind_on_disk(path), partial(read_regular, path))


def kind_on_disk(path: Path) -> str:
    """What lies at a path, links not followed."""
    kinds = {stat.S_IFREG: "file", stat.S_IFDIR: "folder", stat.S_IFLNK: "symbolic link", stat.S_IFIFO: "FIFO"}
    return kinds.get(stat.S_IFMT(os.lstat(path).st_mode), "device")


def read_regular(path: Path, limit: int) -> bytes:
    """The first `limit` bytes of a regular file; no link is followed, no FIFO waited for, even if swapped in."""
    try:
        with open(path, "rb", opener=open_safely) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable("it is not a regular file; hand in the file itself")
            return file.read(limit)
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}") from error


def open_safely(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def inner_archives(folder: Path, topics: Sequence[str]) -> list[Ignored]:
    """Archives in a folder that is itself one submission: someone may have meant each to be one."""
    reason = f"{folder.name} is one submission, as it holds topics' files itself"
    names = (path for path in sorted(folder.iterdir()) if archives.stem(path.name) != path.name)
    return [Ignored(path, reason) for path in names if not is_hidden(path.name)]


# Contents


def content_of(member: Member) -> bytes | Unreadable:
    """A topic's file as bytes, or why it is not read."""
    limit = MAX_NOTEBOOK if member.path.suffix == ".ipynb" else MAX_SOURCE
    if member.kind != "file":
        return Unreadable(f"it is a {member.kind}; hand in the file itself")
    try:
        content = member.read(limit + 1)
    except Unreadable as problem:
        return problem
    return content if len(content) <= limit else Unreadable(f"it is larger than {limit // MIB} MiB")


def checksum(contents: Iterable[tuple[str, bytes | Unreadable]]) -> str:
    """The sha256 of the topics' files: of their names and bytes, or problems, in the order of the names."""
    total = hashlib.sha256()
    for name, content in sorted(contents, key=lambda pair: pair[0]):
        kind, raw = ("bytes", content) if isinstance(content, bytes) else ("problem", str(content).encode())
        total.update(
            f"{name} {kind} {len(raw)}\n".encode() + raw
        )  # the length: where one file ends and the next begins
    return total.hexdigest()
