export interface User {
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app' | 'unknown';
  readonly displayName: string;
  readonly email?: string;
  readonly globalPermissions: readonly string[];
}
