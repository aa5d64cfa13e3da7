#!/usr/bin/env bash
# Creates, or brings up to date, the role of one connection: deploys role.yaml and prints the role's ARN.
# Needs the AWS CLI, signed in to the account that has the reviews, and the right to create IAM roles there.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: aws/create-role.sh --trusted-principal ARN --external-id ID [options]

  --trusted-principal ARN   the IAM user that the app signs in as; the connection in Jira shows it
  --external-id ID          the connection's external ID, 32 hexadecimal digits; the connection shows it
  --access ACCESS           ReadWrite (default) or ReadOnly
  --workloads ARN,ARN       reach these workloads only; by default every workload of the account
  --role-name NAME          WellArchitectedBacklog by default; a second connection needs another name
  --region REGION           where the stack is kept; IAM itself has no Region
  --help

Everything else (profile, credentials) is what the AWS CLI finds in its environment.
TEXT
}

fail() {
  printf '%s\n\n' "$1" >&2
  usage >&2
  exit 2
}

trusted_principal='' external_id='' access='ReadWrite' workloads='' role_name='WellArchitectedBacklog' region=()

while (($# > 0)); do
  case $1 in
    --help) usage; exit 0 ;;
    --trusted-principal | --external-id | --access | --workloads | --role-name | --region)
      (($# > 1)) || fail "$1 needs a value."
      case $1 in
        --trusted-principal) trusted_principal=$2 ;;
        --external-id) external_id=$2 ;;
        --access) access=$2 ;;
        --workloads) workloads=$2 ;;
        --role-name) role_name=$2 ;;
        --region) region=(--region "$2") ;;
      esac
      shift 2
      ;;
    *) fail "Unknown option: $1" ;;
  esac
done

[[ -n $trusted_principal ]] || fail '--trusted-principal is missing.'
[[ $external_id =~ ^[0-9a-f]{32}$ ]] || fail '--external-id must be the 32 hexadecimal digits that the connection in Jira shows.'
[[ $access == ReadWrite || $access == ReadOnly ]] || fail '--access must be ReadWrite or ReadOnly.'
[[ $role_name =~ ^[A-Za-z0-9+=,.@_-]{1,64}$ ]] || fail '--role-name must be a name of an IAM role.'
command -v aws >/dev/null || { printf 'The AWS CLI is not installed: https://aws.amazon.com/cli/\n' >&2; exit 1; }

# Names of stacks take letters, digits and hyphens only.
stack="jira-${role_name//[^A-Za-z0-9-]/-}"

aws cloudformation deploy ${region[@]+"${region[@]}"} \
  --stack-name "$stack" \
  --template-file "$(dirname "${BASH_SOURCE[0]}")/role.yaml" \
  --capabilities CAPABILITY_NAMED_IAM \
  --no-fail-on-empty-changeset \
  --parameter-overrides \
  "TrustedPrincipalArn=$trusted_principal" \
  "ExternalId=$external_id" \
  "Access=$access" \
  "WorkloadArns=$workloads" \
  "RoleName=$role_name" >&2

aws iam get-role --role-name "$role_name" --query Role.Arn --output text
