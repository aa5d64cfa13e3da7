/** The errors of the Well-Architected Tool (API 2020-03-31). Their wordings are the stand-in's own. */
import { AwsError } from '../aws-error';

export interface FieldProblem {
  readonly Name: string;
  readonly Message: string;
}

export type ValidationReason = 'UNKNOWN_OPERATION' | 'CANNOT_PARSE' | 'FIELD_VALIDATION_FAILED' | 'OTHER';

export function validationError(message: string, reason: ValidationReason = 'OTHER'): AwsError {
  return new AwsError('ValidationException', 400, `[Validation] ${message}`, { Reason: reason });
}

export function fieldError(...fields: readonly FieldProblem[]): AwsError {
  const message = fields.map(({ Name, Message }) => `${Name}: ${Message}`).join('; ');
  return new AwsError('ValidationException', 400, `[Validation] ${message}`, {
    Reason: 'FIELD_VALIDATION_FAILED',
    Fields: fields,
  });
}

/** "[ResourceNotFound] No workload with ID" was seen in a public report; the other kinds follow its form. */
export function notFound(type: 'WORKLOAD' | 'LENS' | 'QUESTION' | 'MILESTONE', id: string): AwsError {
  const message = `[ResourceNotFound] No ${type.toLowerCase()} with ID ${id}`;
  return new AwsError('ResourceNotFoundException', 404, message, { ResourceId: id, ResourceType: type });
}

export function conflict(message: string, type: string, id: string): AwsError {
  return new AwsError('ConflictException', 409, `[Conflict] ${message}`, {
    ResourceId: id,
    ResourceType: type,
  });
}
