/** An error as TrueLayer sends it (truelayer.md, 4.4 for the data host, 1.7 for the auth host). */
export interface ErrorShape {
  readonly status: number;
  /** Absent: the body has no `error_description`. */
  readonly description?: string;
  /** Absent: the body has no `error_details`. */
  readonly details?: Readonly<Record<string, string>>;
}

const described = (
  status: number,
  description: string,
  details: Readonly<Record<string, string>> = {},
): ErrorShape => ({ status, description, details });

/** Every documented error by its `error` value; texts are those of TrueLayer's OpenAPI where it has one. */
export const errorTable = {
  validation_error: described(400, 'The supplied parameters are not valid.'),
  invalid_date_range: described(400, 'Invalid date range provided.'),
  deprecated_provider: described(400, 'The provider is deprecated.'),
  invalid_grant: { status: 400 },
  invalid_client: { status: 400 },
  invalid_authorization_code: { status: 400 },
  invalid_scope: { status: 400 },
  invalid_request: described(400, 'Invalid request'),
  /** No `error_details`; the bank says when the token expired where it knows. */
  invalid_token: { status: 401, description: "The token expired at '2020-12-07 12:34:56Z'" },
  unauthorized: described(401, 'Unauthorized.', { reason: 'Invalid token' }),
  unauthorized_client: described(
    401,
    'The client credentials you have entered are incorrect. Please check and try again.',
  ),
  access_denied: described(403, 'Access to a specific resource has been denied.'),
  sca_exceeded: described(
    403,
    'SCA exemption has expired. This resource is protected and should be accessed shortly after PSU Authentication. ' +
      'In order to access this resource, please have the PSU re-authenticate.',
  ),
  invalid_credentials_key: described(403, 'The credentials key is not valid.'),
  account_not_found: described(404, 'account not found'),
  not_found: described(404, 'Not found.'),
  provider_too_many_requests: described(429, 'Provider rate limit exceeded.'),
  provider_request_limit_exceeded: described(
    429,
    'Maximum number of requests per user allowed by provider exceeded.',
  ),
  internal_server_error: described(500, 'Internal server error.'),
  endpoint_not_supported: described(501, 'Feature not supported by the provider'),
  provider_error: described(503, 'The provider service is unavailable.'),
  temporarily_unavailable: described(503, 'The provider service is unavailable.'),
  connector_overload: described(503, 'The connector service is currently overloaded.'),
  connector_timeout: described(504, 'The connector service timed out.'),
  provider_timeout: described(504, 'The provider service timed out.'),
} as const satisfies Readonly<Record<string, ErrorShape>>;

/** An `error` value that TrueLayer documents. */
export type ErrorCode = keyof typeof errorTable;
