"""Prints the resource types of each Well-Architected Tool action, from the copy of AWS's Service Authorization
Reference that cfn-lint carries: {"getanswer": ["workload"], "listworkloads": [], ...}."""

import json
import pathlib

import cfnlint

path = pathlib.Path(cfnlint.__file__).parent / "data" / "AdditionalSpecs" / "Policies.json"
actions = json.loads(path.read_text())["wellarchitected"]["Actions"]
print(json.dumps({name: action.get("Resources", []) for name, action in actions.items()}))
