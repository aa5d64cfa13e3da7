"""What moto's EventBridge makes of a rule: its resources through boto3, which checks them against AWS's service
model, then pattern and input transformer for each event.

Reads {"rule", "destination", "connection", "events"} as the stand-in keeps them; prints for each event {"matches",
"body"}. A variable whose path an event does not have stays in moto's body, which AWS's documentation excludes: it is
taken out.
"""

import json
import re
import sys

import boto3
from moto import mock_aws
from moto.events.models import EventPattern
from moto.events.utils import EventTemplateParser


@mock_aws
def judge(rule, destination, connection, events):
    bridge = boto3.client("events", "us-east-1")
    key = {"ApiKeyName": connection["header"], "ApiKeyValue": connection["key"]}
    made = bridge.create_connection(
        Name="connection", AuthorizationType="API_KEY", AuthParameters={"ApiKeyAuthParameters": key}
    )
    endpoint = bridge.create_api_destination(
        Name="destination",
        ConnectionArn=made["ConnectionArn"],
        InvocationEndpoint=destination["url"],
        HttpMethod=destination["method"],
        InvocationRateLimitPerSecond=destination["limit"],
    )
    pattern = json.dumps(rule["pattern"])
    bridge.put_rule(Name="rule", EventPattern=pattern, State="ENABLED")
    [target] = rule["targets"]
    transformer = {"InputPathsMap": target["transformer"]["paths"], "InputTemplate": target["transformer"]["template"]}
    put = {
        "Id": target["id"],
        "Arn": endpoint["ApiDestinationArn"],
        "RoleArn": target["roleArn"],
        "InputTransformer": transformer,
    }
    assert bridge.put_targets(Rule="rule", Targets=[put])["FailedEntryCount"] == 0
    return [
        {
            "matches": EventPattern(pattern, rule["pattern"]).matches_event(event),
            "body": body(transformer, event),
        }
        for event in events
    ]


def body(transformer, event):
    # jsonpath_ng takes a hyphen for a minus unless the name is quoted.
    paths = {name: re.sub(r"\.(\w+-\w+)", r'."\1"', path) for name, path in transformer["InputPathsMap"].items()}
    parsed = EventTemplateParser.parse(transformer["InputTemplate"], paths, {**event, "ingestion-time": 0.0})
    return json.loads(re.sub(r"<\w+>", "", json.dumps(parsed)))


print(json.dumps(judge(**json.load(sys.stdin))))
