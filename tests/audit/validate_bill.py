"""Validates a bill of materials against the strict schema of CycloneDX 1.5. The exit code is 1 if it is not valid."""

import pathlib
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
error = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
if error is not None:
    print(error)
    sys.exit(1)
