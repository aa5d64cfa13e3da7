import { describe, expect, it } from '@jest/globals';
import { type Exchange, loadServiceModel, validateExchange } from './service-model';

const model = loadServiceModel();
const ID = '0123456789abcdef0123456789abcdef';
const LIST: Exchange = {
  method: 'POST',
  url: 'http://127.0.0.1:8080/aws/workloadsSummaries',
  headers: {},
  requestBody: '{"MaxResults": 50}',
  status: 200,
  responseBody: '{"WorkloadSummaries": []}',
};
const GET: Exchange = {
  ...LIST,
  method: 'GET',
  url: `https://host/workloads/${ID}`,
  requestBody: '',
  responseBody: '{}',
};
const ERROR: Exchange = {
  ...GET,
  status: 404,
  headers: { 'x-amzn-errortype': 'ResourceNotFoundException' },
  responseBody: '{"Message": "m", "ResourceId": "i", "ResourceType": "t"}',
};

(model ? describe : describe.skip)('the judge finds what breaks the service model', () => {
  it.each<[string, Exchange, readonly string[]]>([
    ['nothing in a request that keeps it', LIST, []],
    ['nothing in an error that keeps it', ERROR, []],
    [
      'an unknown path',
      { ...GET, url: 'https://host/nothing' },
      [
        'no operation of the model is GET https://host/nothing',
        'no operation of the model is GET https://host/nothing',
      ],
    ],
    [
      'a number above its bound',
      { ...LIST, requestBody: '{"MaxResults": 51}' },
      ['ListWorkloads request: MaxResults should be at most 50, is 51'],
    ],
    [
      'a member that is not there',
      { ...LIST, requestBody: '{"Max": 1}' },
      ['ListWorkloads request: Max is not in the model'],
    ],
    [
      'a label against its pattern',
      { ...GET, url: `https://host/workloads/${ID.toUpperCase()}` },
      ['GetWorkload request: WorkloadId should match [0-9a-f]{32}'],
    ],
    [
      'a query parameter that is not there',
      { ...GET, url: `${GET.url}?a=b` },
      ['GetWorkload request: query parameter a is not in the model'],
    ],
    [
      'an answer of another type',
      { ...LIST, responseBody: '{"WorkloadSummaries": {}}' },
      ['ListWorkloads answer 200: WorkloadSummaries should be a list'],
    ],
    [
      'a text that is not in its enum',
      { ...GET, responseBody: '{"Workload": {"Environment": "TEST"}}' },
      ['GetWorkload answer 200: Workload.Environment should be in the enum'],
    ],
    [
      'a time in milliseconds',
      { ...GET, responseBody: '{"Workload": {"UpdatedAt": 1700000000000}}' },
      ['GetWorkload answer 200: Workload.UpdatedAt should be epoch seconds'],
    ],
    [
      'a count that is a text',
      { ...GET, responseBody: '{"Workload": {"RiskCounts": {"HIGH": "1"}}}' },
      ['GetWorkload answer 200: Workload.RiskCounts.HIGH should be an integer'],
    ],
    [
      'a key that is not in its enum',
      { ...GET, responseBody: '{"Workload": {"RiskCounts": {"LOW": 1}}}' },
      ['GetWorkload answer 200: Workload.RiskCounts key LOW should be in the enum'],
    ],
    [
      'an error with another status',
      { ...ERROR, status: 400 },
      ['GetWorkload answer 400: ResourceNotFoundException should have status 404'],
    ],
    [
      'an error without a required member',
      { ...ERROR, responseBody: '{"Message": "m"}' },
      ['GetWorkload answer 404: ResourceId is required', 'GetWorkload answer 404: ResourceType is required'],
    ],
    [
      'an error of another operation',
      { ...ERROR, headers: { 'x-amzn-errortype': 'ConflictException' } },
      ['GetWorkload answer 404: the error "ConflictException" is not in the model'],
    ],
  ])('%s', (_what, exchange, problems) => {
    expect(validateExchange(model!, exchange)).toEqual(problems);
  });
});
