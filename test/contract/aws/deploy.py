"""Deploys templates into moto's CloudFormation and prints what its IAM then has.

Reads a list of {"template", "parameters"} from standard input; prints for each {"outputs", "identities"}, where an
identity is {"arn", "policies"} and for a role {"trustPolicy", "maxSessionSeconds"} as well.
"""

import json
import sys

import boto3
from moto import mock_aws


def inline_policies(iam, kind, name):
    names = getattr(iam, f"list_{kind}_policies")(**{f"{kind.title()}Name": name})["PolicyNames"]
    get = getattr(iam, f"get_{kind}_policy")
    return {each: get(**{f"{kind.title()}Name": name, "PolicyName": each})["PolicyDocument"] for each in names}


@mock_aws
def deploy(template, parameters):
    cloudformation = boto3.client("cloudformation", "us-east-1")
    iam = boto3.client("iam", "us-east-1")
    cloudformation.create_stack(
        StackName="stack",
        TemplateBody=template,
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        Capabilities=["CAPABILITY_NAMED_IAM"],
    )
    outputs = cloudformation.describe_stacks(StackName="stack")["Stacks"][0]["Outputs"]
    users = [
        {"arn": user["Arn"], "policies": inline_policies(iam, "user", user["UserName"])}
        for user in iam.list_users()["Users"]
    ]
    roles = [
        {
            "arn": role["Arn"],
            "policies": inline_policies(iam, "role", role["RoleName"]),
            "trustPolicy": role["AssumeRolePolicyDocument"],
            "maxSessionSeconds": role["MaxSessionDuration"],
        }
        for role in iam.list_roles()["Roles"]
    ]
    return {"outputs": {each["OutputKey"]: each["OutputValue"] for each in outputs}, "identities": users + roles}


print(json.dumps([deploy(each["template"], each["parameters"]) for each in json.load(sys.stdin)]))
