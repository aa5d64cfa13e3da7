/**
 * What a document is for: permissions of a user or role, limits of one session, or who may assume a role.
 * A trust policy names principals and no resources; the other two name resources and no principals.
 */
export type PolicyKind = 'identity' | 'session' | 'trust';
