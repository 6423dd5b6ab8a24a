"""The locks: every package with version and hashes; what does not match them is not installed."""

import hashlib
import subprocess
import tarfile
import zipfile

import pytest

from launch import environment as environments
from launch import locks
from launch.environment import Environment
from launch.terminal import StoppedError

EVERY = (locks.RUN, locks.TEST, *locks.EXTRAS.values())
ONE, TWO = "1" * 64, "2" * 64


# --- what the locks hold ---


def requirement_lines(text):
    """What pip would read as requirements: remarks away, lines that go on put together."""
    whole = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return [line.split() for line in whole.replace("\\\n", " ").splitlines() if line.strip()]


@pytest.mark.parametrize("name", EVERY)
def test_every_line_of_every_lock_has_one_version_and_hashes(root, name):
    lines = requirement_lines((root / name).read_text(encoding="utf-8"))
    assert len(lines) > 20
    assert [line[0] for line in lines if "==" not in line[0] or "*" in line[0]] == []
    without = [line[0] for line in lines if not any(word.startswith("--hash=sha256:") for word in line)]
    assert without == []
    assert [pin.name + "==" + pin.version for pin in locks.read(root / name)] == [line[0] for line in lines]


def test_the_same_version_has_the_same_hashes_in_every_lock(root):
    found = {}
    for name in EVERY:
        for pin in locks.read(root / name):
            found.setdefault((pin.name, pin.version), set()).add(pin.hashes)
    assert [key for key, several in found.items() if len(several) > 1] == []


def test_a_compiled_library_has_a_file_for_each_system_and_python(root):
    """Fewer than one a system and Python would mean that the lock was made for one machine."""
    (numpy,) = (
        pin for pin in locks.read(root / locks.RUN) if (pin.name, pin.version[:3]) == ("numpy", "2.5")
    )
    assert len(numpy.hashes) > 3 * 5
    assert len(set(numpy.hashes)) == len(numpy.hashes)


def test_a_library_that_two_pythons_get_in_two_versions_has_complementary_markers(root):
    versions = {}
    for pin in locks.read(root / locks.RUN):
        versions.setdefault(pin.name, []).append(pin.marker)
    twice = {name: markers for name, markers in versions.items() if len(markers) > 1}
    by_python = ["python_full_version < '3.12'", "python_full_version >= '3.12'"]
    assert twice == {
        "contourpy": by_python,
        "cryptography": [
            "platform_machine == 'x86_64' and sys_platform == 'darwin'",
            "platform_machine != 'x86_64' or sys_platform != 'darwin'",
        ],
        "numpy": by_python,
        "scipy": by_python,
    }


# --- how they are read ---

SMALL = f"""# made by a command
one==1.0 ; sys_platform != 'win32' \\
    --hash=sha256:{ONE} \\
    --hash=sha256:{TWO}
    # via
    #   -c other.txt
    #   the-project (pyproject.toml)
    #   two
    #   three-and-more
two==2.0.post1 \\
    --hash=sha256:{TWO}
    # via three-and-more
"""


def test_a_lock_says_what_it_says(tmp_path):
    lock = tmp_path / "lock.txt"
    lock.write_text(SMALL, encoding="utf-8")
    assert locks.read(lock) == (
        locks.Pin(
            "one", "1.0", "sys_platform != 'win32'", (ONE, TWO), ("the-project", "two", "three-and-more")
        ),
        locks.Pin("two", "2.0.post1", "", (TWO,), ("three-and-more",)),
    )


@pytest.mark.parametrize(
    "line",
    [
        "one==1.0",
        f"one>=1.0 \\\n    --hash=sha256:{ONE}",
        f"one==1.0 \\\n    --hash=md5:{ONE}",
        "one==1.0 \\\n    --hash=sha256:123",
        f"one @ file:///one.whl \\\n    --hash=sha256:{ONE}",
        f"one==1.0 \\\n    --hash=sha256:{ONE} \\\n    --pre",
        f"--pre \\\n    --hash=sha256:{ONE}",
    ],
)
def test_a_line_without_version_or_hashes_is_refused(tmp_path, line):
    (tmp_path / "lock.txt").write_text(f"{SMALL}{line}\n", encoding="utf-8")
    with pytest.raises(
        StoppedError, match=r"^lock\.txt: '.*' is not one package with its version and hashes"
    ):
        locks.read(tmp_path / "lock.txt")


def test_a_lock_that_is_missing_or_no_text_is_said_so(tmp_path):
    with pytest.raises(StoppedError, match="cannot be read"):
        locks.read(tmp_path / "lock.txt")
    (tmp_path / "lock.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(StoppedError, match="cannot be read"):
        locks.read(tmp_path / "lock.txt")


def test_what_an_extra_adds_stands_once(root):
    plain, more = locks.named(root), locks.named(root, ("postgres",))
    assert {pin.name for pin in more} - {pin.name for pin in plain} == {"pg8000", "scramp", "asn1crypto"}
    assert len({(pin.name, pin.version) for pin in more}) == len(more) == len(plain) + 3
    assert [pin.name for pin in more] == sorted(pin.name for pin in more)


# --- how they are installed: really, from a folder in place of the internet ---

OFFERED = {
    "METADATA": "Metadata-Version: 2.1\nName: offered\nVersion: 1.0\n",
    "WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "RECORD": "",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a small wheel, and an environment that has nothing but pip."""
    folder = tmp_path_factory.mktemp("place")
    with zipfile.ZipFile(folder / "offered-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("offered.py", "here = True\n")
        for name, text in OFFERED.items():
            wheel.writestr(f"offered-1.0.dist-info/{name}", text)
    (folder / "setup.py").write_text("from setuptools import setup\nsetup(name='built', version='1.0')\n")
    with tarfile.open(folder / "built-1.0.tar.gz", "w:gz") as source:
        source.add(folder / "setup.py", "built-1.0/setup.py")
    (folder / "run.py").touch()
    made = Environment(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environments, "exit_code", _quiet)
        made._make(())
    return folder


def _quiet(command, folder, **_named):

    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


@pytest.fixture
def install(place, monkeypatch):
    """Install a lock into that environment, as ``run.py`` does."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(place))

    def installed(*lines):
        (place / "lock.txt").write_text("\n".join(lines), encoding="utf-8")
        environment = Environment(place)
        environment.stamp.unlink(missing_ok=True)
        environment._install({"lock.txt": "x"}, ("lock.txt",), ())

    return installed


def has(place, name):
    return bool(list((place / ".venv").rglob(f"{name}.py")))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


ALTERED = "A library that was offered is not the one that this program was tested with"


def test_a_file_whose_hash_is_another_is_refused_with_words(place, install, capfd):
    with pytest.raises(StoppedError, match=ALTERED):
        install(f"offered==1.0 --hash=sha256:{ONE}")
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert not has(place, "offered") and not (place / ".venv" / "installed.json").exists()


def test_a_lock_without_a_hash_or_without_a_version_is_refused_with_words(place, install):
    with pytest.raises(StoppedError, match=ALTERED):
        install("offered==1.0")
    with pytest.raises(StoppedError, match=ALTERED):
        install(f"offered>=1.0 --hash=sha256:{ONE}")
    assert not has(place, "offered")


def test_what_would_have_to_be_built_is_refused(place, install):
    with pytest.raises(StoppedError, match="could not be installed"):
        install(f"built==1.0 --hash=sha256:{digest(place / 'built-1.0.tar.gz')}")


def test_what_is_not_there_is_no_matter_of_hashes(install):
    with pytest.raises(StoppedError, match="Check the connection"):
        install(f"elsewhere==1.0 --hash=sha256:{ONE}")


def test_a_file_that_matches_is_installed_and_leaves_no_log(place, install):
    wheel = place / "offered-1.0-py3-none-any.whl"
    install(f"offered==1.0 --hash=sha256:{ONE} --hash=sha256:{digest(wheel)}")
    assert has(place, "offered")
    assert (place / ".venv" / "installed.json").read_text() == '{"lock.txt": "x"}'
    assert not (place / ".venv" / "pip.log").exists()


@pytest.mark.parametrize(
    "asked", [(locks.RUN,), (locks.RUN, locks.TEST), (locks.RUN, *locks.EXTRAS.values())]
)
def test_every_installation_demands_hashes_and_builds_nothing(root, asked):
    words = [str(word) for word in Environment(root)._pip(asked)]
    assert words[1:4] == ["-m", "pip", "install"]
    assert words[words.index("--only-binary") + 1] == ":all:"
    assert "--require-hashes" in words
    assert words[-2 * len(asked) :] == [part for name in asked for part in ("-r", name)]
