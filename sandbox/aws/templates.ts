/** The product's own CloudFormation templates, unchanged, as a customer deploys them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '..', '..', 'aws');

/** The role that the app enters. */
export function roleTemplate(): string {
  return readFileSync(path.join(FOLDER, 'role.yaml'), 'utf8');
}

/** The user that the app signs in as. */
export function userTemplate(): string {
  return readFileSync(path.join(FOLDER, 'user.yaml'), 'utf8');
}

/** The rule that tells the app of changes. */
export function eventsTemplate(): string {
  return readFileSync(path.join(FOLDER, 'events.yaml'), 'utf8');
}
