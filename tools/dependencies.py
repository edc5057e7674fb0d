"""Print the direct dependencies that pyproject.toml states, the development ones too, a line each."""

import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = [name for names in project["optional-dependencies"].values() for name in names]
print("\n".join([*project["dependencies"], *extras]))
