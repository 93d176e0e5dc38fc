// Written by `make generate`; do not edit.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the service is healthy
         * @description Returns 503 while the database does not respond.
         *
         *     Rate limit: class `public`.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the process is alive
         * @description For a supervisor that restarts a process that no longer responds. It checks the process only, not the database.
         *
         *     Rate limit: class `public`.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the server is ready for requests
         * @description For a load balancer. Returns 503 while the process starts, shuts down, or cannot reach its database.
         *
         *     Rate limit: class `public`.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of each part of the service
         * @description For operators. Always returns 200 while the process can respond; each part has a state of its own.
         *
         *     Rate limit: class `public`.
         */
        get: operations["getDetailedHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an account
         * @description Always returns 202 and sends a mail to the address: a verification link or, if the address has an account already, a note that says so. The response therefore does not reveal whether an account exists. The user can log in once the address is verified; name and password are those of the registration whose link is followed. At most five such mails per hour go to one address. A common password returns 409 `password_rejected`.
         *
         *     Specific problems: [`password_rejected`](/api/problems/password_rejected). Events: `user.registered`. Rate limit: class `auth`.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an address with the token from the mail
         * @description The first verification opens the account. It creates the user's own organization and a first project with a few tasks, and sends a welcome mail, all in one transaction, so a failed call can be repeated. A token works once, within 24 hours; after that it returns 409 `token_invalid`. If the address was registered several times with different passwords, or was invited by an operator, the account opens without a password (`has_password` is false), and `requestPasswordReset` sets one.
         *
         *     Specific problems: [`token_invalid`](/api/problems/token_invalid). Events: `user.verified`, `organization.created`, `member.added`, `project.created`, `task.created`. Rate limit: class `auth`.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/email-verification/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the verification mail again
         * @description Always returns 202, and sends a mail only if an account with that address waits for verification. The new link opens the waiting registration. If the address was registered several times, the server cannot know whose password is the owner's: the account then opens without a password, and `requestPasswordReset` sets one. The mail counts among the five per hour that registrations may send to one address.
         *
         *     Rate limit: class `auth`.
         */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a mail that resets the password
         * @description Always returns 202, and sends a mail only to the verified address of an account. The link works once, within an hour. At most three such mails per hour go to one address. The password stays in effect until `resetPassword` sets another.
         *
         *     Rate limit: class `auth`.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/password-reset/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token from the mail
         * @description Sets the password, ends every session of the user at once, and lifts the delay after failed log-ins. API keys continue, and a mail lists them, unless `revoke_api_keys` ends them. A token works once, within an hour; after that it returns 409 `token_invalid`. A common password returns 409 `password_rejected`, one of the last five 409 `password_reused`; the token stays valid in both cases. The token of an operator's invitation is valid for seven days and opens the account as the first verification does.
         *
         *     Specific problems: [`token_invalid`](/api/problems/token_invalid), [`password_rejected`](/api/problems/password_rejected), [`password_reused`](/api/problems/password_reused). Events: `session.revoked`, `api_key.deleted`, `user.verified`, `organization.created`, `member.added`, `project.created`, `task.created`. Rate limit: class `auth`.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the caller's password
         * @description Needs the current password; a wrong one returns 409 `password_wrong`, and attempts are delayed as log-ins are. Ends the user's other sessions. The session of the request continues under a new id, token and CSRF token, for its full time. API keys continue, and a mail lists them, unless `revoke_api_keys` ends them. A common password returns 409 `password_rejected`, one of the last five 409 `password_reused`. An API key gets 403 `session_required`. If a second factor is on, a session that has not shown it in the last 15 minutes gets 403 `fresh_session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required), [`fresh_session_required`](/api/problems/fresh_session_required), [`password_wrong`](/api/problems/password_wrong), [`password_rejected`](/api/problems/password_rejected), [`password_reused`](/api/problems/password_reused). Events: `session.revoked`, `session.created`, `api_key.deleted`. Rate limit: class `auth`.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with address and password
         * @description Starts a session. Send `token` as a bearer token, or let the browser keep the cookie and send `csrf_token` as `X-CSRF-Token` with unsafe requests. A session ends after 12 hours without use, and after 30 days in any case. If the account has a second factor, the response is a challenge for `completeMfaLogIn`, without a cookie; `kind` says which of the two it is. An unknown address, a wrong password and an unverified address get the same 401. Failed attempts delay further attempts on the account and from the client's address (429), for at most 15 minutes.
         *
         *     Specific problems: [`invalid_credentials`](/api/problems/invalid_credentials). Events: `session.created`, `session.suspicious`. Rate limit: class `auth`.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/login/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a log-in with the second factor
         * @description Takes the challenge that `logIn` returned, and a code. The code is the six digits that the authenticator shows, each accepted once, or a recovery code, which is used up. A wrong code returns 401 `mfa_code_invalid`. After five wrong codes or five minutes the challenge returns 401 `mfa_challenge_invalid`, and the user has to log in again. Wrong codes delay further attempts on the account's second factor (429), for at most 15 minutes.
         *
         *     Specific problems: [`mfa_code_invalid`](/api/problems/mfa_code_invalid), [`mfa_challenge_invalid`](/api/problems/mfa_challenge_invalid). Events: `session.created`, `session.suspicious`. Rate limit: class `auth`.
         */
        post: operations["completeMfaLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session of this request
         * @description Ends the token everywhere at once and clears the cookie. Other sessions of the user continue. An API key has no session to end and gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required). Events: `session.revoked`. Rate limit: class `write`.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the session's token for a new one
         * @description The session continues under a new id, token, cookie and CSRF token; the old ones return 401 everywhere at once. The end of the session does not change. An API key has no session and gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required). Events: `session.revoked`, `session.created`. Rate limit: class `write`.
         */
        post: operations["rotateSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/auth/csrf-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the CSRF token of the session
         * @description For pages that have the session cookie but not the response of `logIn`. The token belongs to the session and does not change while the session lasts. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required). Rate limit: class `read`.
         */
        get: operations["getCsrfToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the caller's account
         * @description Returns the user of the session, or the owner of the API key.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete the caller's account
         * @description Permanently deletes personal data: name, address, credentials, sessions, and organizations of which the user is the only member. What the user did stays in tasks, comments and histories, with null in place of the user; open tasks and errors lose their assignee. Reported events and occurrences of errors that name the user by id or address lose who it was and what else may say it. Returns 409 `last_owner` if an organization with other members would have no owner. Needs a session that began with a log-in of the last 15 minutes, with the second factor if one is on, otherwise 403 `fresh_session_required`. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required), [`fresh_session_required`](/api/problems/fresh_session_required), [`last_owner`](/api/problems/last_owner). Events: `user.deleted`, `session.revoked`, `api_key.deleted`, `member.removed`, `organization.deleted`, `task.updated`. Rate limit: class `write`.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Change the caller's account
         * @description Changes the name, or the home organization, in which sessions act by default. The user must be a member of the home organization (409 `home_organization_not_joined`). An API key changes the account of its owner.
         *
         *     Specific problems: [`home_organization_not_joined`](/api/problems/home_organization_not_joined). Rate limit: class `write`.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v2/me/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the invitations sent to the caller
         * @description Lists the pending invitations to the caller's address, from every organization. The token that accepts an invitation is in its mail only.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listMyInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's sessions
         * @description Lists the live sessions of the user, in every organization. Sessions that have ended are not listed.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        /**
         * End all other sessions of the caller
         * @description Ends their tokens everywhere at once; the session of the request continues. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required). Events: `session.revoked`. Rate limit: class `write`.
         */
        delete: operations["revokeMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00
                 */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session of the caller
         * @description Ends the token everywhere at once. The session may be that of this request. Returns 404 for a session that has ended or belongs to another user. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required). Events: `session.revoked`. Rate limit: class `write`.
         */
        delete: operations["revokeMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/mfa/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol an authenticator as second factor
         * @description Returns the secret for an authenticator (RFC 6238, SHA-1, six digits, 30 seconds). Log-ins do not change until `confirmTotp` has confirmed it. Enrolling again replaces an unconfirmed secret; if one is confirmed, the response is 409 `mfa_already_on`. Needs a session that began with a log-in of the last 15 minutes, otherwise 403 `fresh_session_required`. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required), [`fresh_session_required`](/api/problems/fresh_session_required), [`mfa_already_on`](/api/problems/mfa_already_on). Rate limit: class `write`.
         */
        post: operations["enrolTotp"];
        /**
         * Remove the second factor
         * @description From now on a password is enough to log in. The recovery codes are deleted, and the user gets a mail. Returns 409 `mfa_not_on` if there is no confirmed factor. Needs a session that showed the second factor in the last 15 minutes, in a log-in or in `confirmTotp`, otherwise 403 `fresh_session_required`. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required), [`fresh_session_required`](/api/problems/fresh_session_required), [`mfa_not_on`](/api/problems/mfa_not_on). Rate limit: class `write`.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/mfa/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn one-time passwords on with a first code
         * @description From now on `logIn` returns a challenge. Returns ten recovery codes, each of which replaces the authenticator once. The session continues under a new id, token and CSRF token. Returns 409 `mfa_not_enrolled` without a secret from `enrolTotp`, and 409 `mfa_code_wrong` for a wrong code. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required), [`mfa_not_enrolled`](/api/problems/mfa_not_enrolled), [`mfa_code_wrong`](/api/problems/mfa_code_wrong). Events: `session.revoked`, `session.created`. Rate limit: class `auth`.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the recovery codes
         * @description Returns ten new codes; earlier codes stop working. Returns 409 `mfa_not_on` if there is no confirmed second factor. Needs a session that showed the second factor in the last 15 minutes, in a log-in or in `confirmTotp`, otherwise 403 `fresh_session_required`. An API key gets 403 `session_required`.
         *
         *     Specific problems: [`session_required`](/api/problems/session_required), [`fresh_session_required`](/api/problems/fresh_session_required), [`mfa_not_on`](/api/problems/mfa_not_on). Rate limit: class `write`.
         */
        post: operations["regenerateRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Lists the caller's keys in the organization. Admins see the keys of all users.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key acts for the caller, in this organization, within its scopes. Scopes can be removed later, but not added. `token` is shown in this response only. An API key that creates a key cannot grant a scope that it lacks (409 `scope_not_grantable`) or a later expiry than its own (409 `expiry_not_grantable`).
         *
         *     Specific problems: [`scope_not_grantable`](/api/problems/scope_not_grantable), [`expiry_not_grantable`](/api/problems/expiry_not_grantable), [`expiry_in_past`](/api/problems/expiry_in_past). Events: `api_key.created`. Rate limit: class `write`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/api-keys/{api_key_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Returns 404 for a key of another organization, and for another user's key unless the caller is an admin.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Delete an API key
         * @description Ends the key at once. Users may delete their own keys, admins every key, and a key may delete itself. Returns 404 for every other key.
         *
         *     Events: `api_key.deleted`. Rate limit: class `write`.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description Users may change their own keys; admins may change every key. Scopes can only be removed, so that a leaked secret cannot gain rights. An API key that changes a key cannot give it a later expiry than its own (409 `expiry_not_grantable`).
         *
         *     Specific problems: [`scope_not_grantable`](/api/problems/scope_not_grantable), [`expiry_not_grantable`](/api/problems/expiry_not_grantable), [`expiry_in_past`](/api/problems/expiry_in_past). Rate limit: class `write`.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/api/v2/api-keys/{api_key_id}/rotation": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an API key a new secret
         * @description Returns the new secret as `token`, in this response only. Name, scopes and expiry do not change. The old secret ends at once, or after `expires_in`, so that programs can be switched over one by one. Only the key's owner may do this, because whoever knows the secret acts as the owner; an admin can delete the key instead. An API key may rotate itself, and other keys of its owner that have no scope that it lacks (409 `scope_not_grantable`) and no later expiry than its own (409 `expiry_not_grantable`).
         *
         *     Specific problems: [`key_not_yours`](/api/problems/key_not_yours), [`scope_not_grantable`](/api/problems/scope_not_grantable), [`expiry_not_grantable`](/api/problems/expiry_not_grantable). Events: `api_key.rotated`. Rate limit: class `write`.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/api-keys/{api_key_id}/usage": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get the usage of an API key
         * @description Counts requests by operation and by day (UTC) and keeps the counts for 90 days. Requests of the last seconds may be missing where several servers run. Users may read the usage of their own keys, admins that of every key.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getApiKeyUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of the installation
         * @description For operators. `q` searches name and address. Deleted users are not listed.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description For operators, who vouch for the address. With a password the account is open at once, with an organization and a first project of its own. Without one, the user gets a mail with a link to set a password, which opens the account. Unlike a registration, the response reveals whether the address has an account (409 `email_taken`).
         *
         *     Specific problems: [`email_taken`](/api/problems/email_taken), [`password_rejected`](/api/problems/password_rejected). Events: `user.registered`, `user.verified`, `organization.created`, `member.added`, `project.created`, `task.created`. Rate limit: class `write`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description For operators. Returns 404 for a deleted user.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description For operators. Permanently deletes personal data: name, address, credentials, sessions, and organizations of which the user is the only member. What the user did stays in tasks, comments and histories, with null in place of the user; open tasks and errors lose their assignee. Reported events and occurrences of errors that name the user by id or address lose who it was and what else may say it. Returns 409 `last_owner` if an organization with other members would have no owner.
         *
         *     Specific problems: [`last_owner`](/api/problems/last_owner). Events: `user.deleted`, `session.revoked`, `api_key.deleted`, `member.removed`, `organization.deleted`, `task.updated`. Rate limit: class `write`.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description For operators. Setting `deactivated` to true closes the account: its sessions and API keys end everywhere at once, and log-ins are refused. Setting it to false opens the account again; ended sessions and keys stay ended. Returns 409 `last_owner` if an organization with other members would have no owner who can log in, and 409 `user_not_verified` if a user without a verified address would become an operator.
         *
         *     Specific problems: [`email_taken`](/api/problems/email_taken), [`last_owner`](/api/problems/last_owner), [`user_not_verified`](/api/problems/user_not_verified). Events: `user.deactivated`, `session.revoked`, `api_key.deleted`. Rate limit: class `write`.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v2/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions of the installation
         * @description For operators. Lists the live sessions of all users. Sessions that have ended are not listed.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sessions/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the live sessions
         * @description For operators. Counts the sessions at the time of the request, by the kind of program and by the day (UTC) on which they began.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["getSessionStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00
                 */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a session
         * @description For operators. Returns 404 for a session that has ended.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /**
         * End a session
         * @description For operators. Ends the token everywhere at once. The session may be that of this request. Returns 404 for a session that has ended.
         *
         *     Events: `session.revoked`. Rate limit: class `write`.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's organizations
         * @description Lists all organizations of the session's user, or the one organization of the API key.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create an organization
         * @description Makes the caller the owner. Without `slug`, one is made from the name. An API key cannot see another organization than its own, so it gets 403 `session_required`.
         *
         *     Specific problems: [`organization_slug_taken`](/api/problems/organization_slug_taken), [`session_required`](/api/problems/session_required). Events: `organization.created`, `member.added`. Rate limit: class `write`.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * Get an organization
         * @description Returns 404 if the caller is not a member of the organization, or if it is not the API key's organization.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Delete an organization and everything in it
         * @description Needs the role owner. Takes effect for everybody at once: its API keys return 401, and everything in it returns 404. A job removes the rows, including events and the audit log, within minutes. The installation's audit log keeps a record of the deletion. Members whose home organization it was get the one of their other organizations that they joined first, or none.
         *
         *     Events: `organization.deleted`. Rate limit: class `write`.
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        /**
         * Change an organization
         * @description Needs the role admin. A new slug must be unique in the installation; the old slug is available to others at once.
         *
         *     Specific problems: [`organization_slug_taken`](/api/problems/organization_slug_taken). Events: `organization.updated`. Rate limit: class `write`.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}/event-retention": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * Get how long reported events are kept
         * @description The number of days is that of the installation, 90 if it says nothing else, until the organization has another one. Returns 404 if the caller is not a member of the organization.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getEventRetention"];
        /**
         * Change how long reported events are kept
         * @description Needs the role admin. Events are deleted with their counts by a job, when their time is over. Those of the organizations that keep them longest are deleted by whole months, up to a month later. Events that a shorter time has deleted do not come back.
         *
         *     Rate limit: class `write`.
         */
        put: operations["replaceEventRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List the members of an organization
         * @description Lists all members with name, address and role; every member may read it. Returns 404 if the caller is not a member of the organization.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0002
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a member of an organization
         * @description Returns the member with name, address and role. Returns 404 for a user who does not belong to the organization.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Remove a member, or leave
         * @description Every member may leave. Removing another member needs the role admin, removing an owner the role owner. The last owner cannot leave (409 `last_owner`). Roles in projects and API keys end at once. Open tasks and errors lose the former member as assignee within a minute; finished tasks keep them.
         *
         *     Specific problems: [`forbidden`](/api/problems/forbidden), [`installation_managed`](/api/problems/installation_managed), [`last_owner`](/api/problems/last_owner). Events: `member.removed`. Rate limit: class `write`.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change the role of a member
         * @description Needs the role admin. Only an owner can make a member an owner or change an owner's role. The last owner keeps the role (409 `last_owner`). The rights of API keys follow their owner's role at once.
         *
         *     Specific problems: [`installation_managed`](/api/problems/installation_managed), [`last_owner`](/api/problems/last_owner). Events: `member.updated`. Rate limit: class `write`.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List the invitations of an organization
         * @description Needs the role admin. Lists invitations in every state; `status` filters them. An invitation is deleted 90 days after its link has expired.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by mail
         * @description Needs the role admin; only an owner can invite an owner. Sends a mail with a link that works once, within seven days, for the account of that address; without an account, the person registers first. Returns 409 if the address belongs to a member (`already_member`) or has a pending invitation (`invitation_pending`), and after 200 invitations in a day (`invitation_quota_reached`). An address gets at most five such mails a day, from all organizations together. After that the invitation is still created and listed by `listMyInvitations`, but no mail is sent.
         *
         *     Specific problems: [`already_member`](/api/problems/already_member), [`installation_managed`](/api/problems/installation_managed), [`invitation_pending`](/api/problems/invitation_pending), [`invitation_quota_reached`](/api/problems/invitation_quota_reached). Events: `invitation.created`. Rate limit: class `write`.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation with the token from the mail
         * @description Makes the caller a member with the role of the invitation; if they have no home organization, it becomes that. The token works once, within seven days, for the account of the invited address; another account gets 403 `invitation_not_yours`. An API key belongs to one organization already and gets 403 `session_required`. Returns 409 `invitation_lapsed` if the sender may no longer grant the role, because they left, were removed or have a lower role now.
         *
         *     Specific problems: [`already_member`](/api/problems/already_member), [`token_invalid`](/api/problems/token_invalid), [`invitation_lapsed`](/api/problems/invitation_lapsed), [`invitation_not_yours`](/api/problems/invitation_not_yours), [`session_required`](/api/problems/session_required). Events: `invitation.accepted`, `member.added`. Rate limit: class `write`.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an invitation with the token from the mail
         * @description Returns who invites which address to which organization, so that the recipient can decide before they log in or register. The token is the only credential; it stays valid, and nothing changes. Returns 409 where `acceptInvitation` would for everybody: `token_invalid` if the token is unknown, used, withdrawn or expired, and `invitation_lapsed` if the sender may no longer grant the role.
         *
         *     Specific problems: [`token_invalid`](/api/problems/token_invalid), [`invitation_lapsed`](/api/problems/invitation_lapsed). Rate limit: class `auth`.
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The invitation.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0110
                 */
                invitation_id: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Needs the role admin. The link in the mail stops working at once. Returns 404 for an invitation that is no longer pending.
         *
         *     Events: `invitation.revoked`. Rate limit: class `write`.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects that the caller can see
         * @description Lists the projects of the organization. Private projects are listed for their members and for admins only. `q` searches key, name and description.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project
         * @description Needs the role member. Makes the caller a lead of the project. Keys are unique in the organization (409 `project_key_taken`).
         *
         *     Specific problems: [`project_key_taken`](/api/problems/project_key_taken). Events: `project.created`. Rate limit: class `write`.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Get a project
         * @description Returns 404 for a project of another organization, and for a private project that the caller cannot see.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /**
         * Delete a project and everything in it
         * @description Needs the role lead. Permanently deletes the project's tasks, labels, milestones, comments and imports, too.
         *
         *     Specific problems: [`installation_managed`](/api/problems/installation_managed). Events: `project.deleted`. Rate limit: class `write`.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /**
         * Change a project
         * @description Needs the role lead. Setting `archived` to true makes the project and everything in it read-only; false restores it. While a project is archived, nothing else in it can be changed (409 `project_archived`).
         *
         *     Specific problems: [`installation_managed`](/api/problems/installation_managed), [`project_archived`](/api/problems/project_archived). Events: `project.updated`, `project.archived`. Rate limit: class `write`.
         */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/stats": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Count the tasks of a project
         * @description Counts tasks by status, type and priority at the time of the request. With `milestone_id`, only tasks of that milestone are counted; for a milestone of another project all counts are zero. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["getProjectStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/members": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the members of a project
         * @description Lists the users with a role of their own in the project. In addition, owners and admins of the organization are leads of every project; in a project that is visible to the organization, its members are contributors and its viewers are viewers. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listProjectMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description The user, a member of the organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give a user a role in a project
         * @description Needs the role lead. Adds the user to the project, or changes their role in it; setting the same role again changes nothing. With `If-Match`, only a membership of that version is changed, and none is added. Returns 404 for a user who does not belong to the organization.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `member.added`, `member.updated`. Rate limit: class `write`.
         */
        put: operations["setProjectMember"];
        post?: never;
        /**
         * Remove a user's role in a project
         * @description Needs the role lead. The user keeps what their role in the organization gives; in a private project, only owners and admins keep access. The last lead can be removed, because owners and admins are leads of every project. Users who can no longer see the project are unassigned from its open tasks and its errors soon after. Returns 404 for a user without a role of their own in the project.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `member.removed`. Rate limit: class `write`.
         */
        delete: operations["removeProjectMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/labels": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the labels of a project
         * @description Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listLabels"];
        put?: never;
        /**
         * Create a label
         * @description Needs the role contributor. Label names are unique in the project, regardless of case (409 `label_name_taken`).
         *
         *     Specific problems: [`label_name_taken`](/api/problems/label_name_taken), [`project_archived`](/api/problems/project_archived). Events: `label.created`. Rate limit: class `write`.
         */
        post: operations["createLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/labels/{label_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The label.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0400
                 */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a label
         * @description Returns 404 if the caller cannot see the label's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getLabel"];
        put?: never;
        post?: never;
        /**
         * Delete a label
         * @description Needs the role contributor. Removes the label from every task that has it. Each of these tasks gets a new version and an entry in its history.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `label.deleted`, `task.updated`. Rate limit: class `write`.
         */
        delete: operations["deleteLabel"];
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description Needs the role contributor. Tasks refer to labels by id, so renaming a label changes no task.
         *
         *     Specific problems: [`label_name_taken`](/api/problems/label_name_taken), [`project_archived`](/api/problems/project_archived). Events: `label.updated`. Rate limit: class `write`.
         */
        patch: operations["updateLabel"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/milestones": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the milestones of a project
         * @description `progress` holds the progress of each milestone on the page; `getProjectStats` with a `milestone_id` returns more. When sorted by `due_on`, milestones without a due date come last. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listMilestones"];
        put?: never;
        /**
         * Create a milestone
         * @description Needs the role contributor. Milestone names are unique in the project, regardless of case (409 `milestone_name_taken`).
         *
         *     Specific problems: [`milestone_name_taken`](/api/problems/milestone_name_taken), [`project_archived`](/api/problems/project_archived). Events: `milestone.created`. Rate limit: class `write`.
         */
        post: operations["createMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/milestones/{milestone_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The milestone.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0700
                 */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a milestone
         * @description Returns 404 if the caller cannot see the milestone's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getMilestone"];
        put?: never;
        post?: never;
        /**
         * Delete a milestone
         * @description Needs the role contributor. Its tasks stay, without a milestone. Each of these tasks gets a new version and an entry in its history.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `milestone.deleted`, `task.updated`. Rate limit: class `write`.
         */
        delete: operations["deleteMilestone"];
        options?: never;
        head?: never;
        /**
         * Change a milestone
         * @description Needs the role contributor. Setting `state` to closed sets `closed_at`; setting it to open clears it. Tasks stay in a closed milestone, and more can be added to it.
         *
         *     Specific problems: [`milestone_name_taken`](/api/problems/milestone_name_taken), [`project_archived`](/api/problems/project_archived). Events: `milestone.updated`. Rate limit: class `write`.
         */
        patch: operations["updateMilestone"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/tasks": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the tasks of a project
         * @description Lists the tasks that match all filters. When sorted by `due_on`, tasks without a due date come last. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listProjectTasks"];
        put?: never;
        /**
         * Create a task
         * @description Needs the role contributor. The task gets the project's next number, which is never given out again. It is unassigned unless `assignee_id` names a user. It starts in `todo`, or in `backlog` if requested; `transitionTask` changes the status later.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived), [`assignee_not_in_project`](/api/problems/assignee_not_in_project), [`label_not_in_project`](/api/problems/label_not_in_project), [`milestone_not_in_project`](/api/problems/milestone_not_in_project). Events: `task.created`. Rate limit: class `write`.
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks across projects
         * @description Lists the tasks of all projects that the caller can see, if they match all filters. Filtering by a project that the caller cannot see gives an empty list. When sorted by `due_on`, tasks without a due date come last.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks/bulk": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out many operations on tasks
         * @description Each operation needs the role contributor in its task's project, and follows the rules of the operation that does the same for one task. Without `atomic`, a refused operation does not affect the others, and its result says why. With `atomic`, one refused operation undoes all: the response is 409 `bulk_refused`, whose `errors` list every refused operation by its pointer.
         *
         *     Specific problems: [`bulk_refused`](/api/problems/bulk_refused). Events: `task.created`, `task.updated`, `task.transitioned`, `task.deleted`, `dependency.removed`. Rate limit: class `bulk`.
         */
        post: operations["bulkTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * Get a task
         * @description Returns 404 if the caller cannot see the task's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @description Needs the role contributor. Permanently deletes the task's comments and history, too. Its number is not given out again. Tasks that waited for it no longer do, and each of them gets a new version.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `task.deleted`, `dependency.removed`. Rate limit: class `write`.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Needs the role contributor. `label_ids` replaces all labels of the task. Only `transitionTask` changes the status. Every change makes one version and one entry in the history; a request that changes nothing makes neither.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived), [`assignee_not_in_project`](/api/problems/assignee_not_in_project), [`label_not_in_project`](/api/problems/label_not_in_project), [`milestone_not_in_project`](/api/problems/milestone_not_in_project). Events: `task.updated`. Rate limit: class `write`.
         */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/api/v2/tasks/{task_id}/transitions": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a task to another status
         * @description Needs the role contributor. The allowed moves are: backlog to todo and cancelled; todo to backlog, in_progress and cancelled; in_progress to todo, in_review, done and cancelled; in_review to in_progress, done and cancelled; done to in_progress; cancelled to backlog. Every other move returns 409 `invalid_transition`. A task that waits for open tasks cannot become done (409 `task_blocked`). Moving to done sets `completed_at`; moving away from it clears it.
         *
         *     Specific problems: [`invalid_transition`](/api/problems/invalid_transition), [`task_blocked`](/api/problems/task_blocked), [`project_archived`](/api/problems/project_archived). Events: `task.transitioned`. Rate limit: class `write`.
         */
        post: operations["transitionTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks/{task_id}/history": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * List the history of a task
         * @description Returns one entry for every version of the task, without gaps. Returns 404 if the caller cannot see the task.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listTaskHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks/{task_id}/dependencies": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * List the dependencies of a task
         * @description Lists the tasks that this task waits for, or those that wait for it. Tasks that the caller cannot see are left out, although they block the task, too. Returns 404 if the caller cannot see the task.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listTaskDependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
                /**
                 * @description The task to wait for, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0301
                 */
                blocking_task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Make a task wait for another
         * @description Needs the role contributor in the waiting task's project. The other task may be in any project that the caller can see. The waiting task cannot become done while the other is neither done nor cancelled. A new dependency gives the waiting task a new version and an entry in its history; an existing one is returned unchanged. A dependency that would close a cycle returns 409 `dependency_cycle`.
         *
         *     Specific problems: [`dependency_cycle`](/api/problems/dependency_cycle), [`project_archived`](/api/problems/project_archived). Events: `dependency.added`. Rate limit: class `write`.
         */
        put: operations["addTaskDependency"];
        post?: never;
        /**
         * Remove a dependency of a task
         * @description Needs the role contributor in the waiting task's project. The waiting task gets a new version and an entry in its history. Returns 404 if the task does not wait for the other.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `dependency.removed`. Rate limit: class `write`.
         */
        delete: operations["removeTaskDependency"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tasks/{task_id}/comments": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * List the comments of a task
         * @description Lists comments made here, and imported reviews and review comments. Returns 404 if the caller cannot see the task.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comment on a task
         * @description Needs the role contributor. The caller becomes the author.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `comment.created`. Rate limit: class `write`.
         */
        post: operations["createComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The comment.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0500
                 */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a comment
         * @description Returns 404 if the caller cannot see the comment's task.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getComment"];
        put?: never;
        post?: never;
        /**
         * Delete a comment
         * @description Needs the role contributor for the caller's own comment, lead for any other. Deleting a review also deletes the comments that belong to it.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `comment.deleted`. Rate limit: class `write`.
         */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        /**
         * Edit a comment
         * @description Needs the role contributor. Only the author may edit a comment; everybody else gets 403 `comment_not_yours`, leads included. Imported comments have no author here and cannot be edited.
         *
         *     Specific problems: [`comment_not_yours`](/api/problems/comment_not_yours), [`project_archived`](/api/problems/project_archived). Events: `comment.updated`. Rate limit: class `write`.
         */
        patch: operations["updateComment"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/imports": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the imports of a project
         * @description Lists every import, including failed ones, newest first by default. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Import into a project
         * @description Needs the role contributor. Stores the upload and returns; a job reads it. Follow `Location` until `finished_at` is set. The job continues only as long as the user who started it may write to the project. An upload has at most 64 MiB; of its records, 500,000 are read, each of at most 2 MiB. Of an issue or pull request in an archive, 10,000 comments and reviews are read.
         *
         *     `source` and the media type name the format together; other pairs are refused. `github_archive` (application/json) holds labels, issues and pull requests with their comments, reviews and review comments. `ndjson` (application/x-ndjson) holds the records that `exportProject` returns; other fields are ignored and reported once. `csv` (text/csv) holds tasks. Its cells are separated by commas, semicolons or tabs. Its header has the columns of `exportProject` in any order; only `title` is required, `labels` may be repeated, and other columns are ignored and reported once. Status, priority and type may use the words of other trackers (`In Progress`, `Won't do`, `Highest`). Times may omit the zone (UTC) or the time of day. CSV and NDJSON are UTF-8, or what `charset` in the Content-Type or a byte order mark says.
         *
         *     A label or milestone that a task names is created if the project has none of that name. An assignee is found by address. Authors and dates are kept as imported facts. A number is kept if it is higher than all numbers of the project. A record that cannot be imported is listed in `refused` with all its errors, and so is a part without which a record was imported; neither stops the others. Records are recognised by permanent ids, even if people or repositories were renamed. Those that an earlier import created are left unchanged, so a repeated import changes nothing.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived), [`import_source_mismatch`](/api/problems/import_source_mismatch), [`import_columns_refused`](/api/problems/import_columns_refused), [`import_title_missing`](/api/problems/import_title_missing). Events: `import.completed`, `import.failed`, `label.created`, `milestone.created`, `task.created`, `comment.created`, `dependency.added`. Rate limit: class `heavy`.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The import.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0600
                 */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an import
         * @description Returns the progress, the counts and the refused records. Returns 404 if the caller cannot see the import's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/imports/{import_id}/cancellation": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The import.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0600
                 */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description Needs the role contributor. The import has ended when the response arrives: the job stops before its next ten records, and records that were imported stay. Returns 404 if the caller cannot see the import's project.
         *
         *     Specific problems: [`import_finished`](/api/problems/import_finished), [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/export": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Export a project
         * @description Streams the project as of the time of the request, in a form that can be imported again with the same result. `Accept` chooses the format; NDJSON is the default. NDJSON holds everything, in this order: labels, milestones, tasks, comments, and dependencies between tasks of the project. CSV holds the tasks alone, with the names of their labels and milestone. CSV puts an apostrophe before a cell that a spreadsheet would take for a formula, and after a semicolon or tab within a cell where one would begin; an import removes both. External ids replace ids, and names and addresses replace people. History is left out. The caller's own changes are always included; changes by others can be missing for some seconds. Returns 404 if the caller cannot see the project. The connection is cut if the reader takes no data for 30 seconds, or after 15 minutes.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["exportProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Lists the events of the organization and of the projects that the caller can see, those that happened last first. Every filter narrows the list. `sort=recorded_at` returns events in the order of their arrival, for a reader who comes back for what is new.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Record events
         * @description Takes up to 500 events of at most 64 KiB each. An event of a project needs the role contributor in it, an event without a project the role member. An event with the same `source` and `id` as a stored one is a duplicate, also many months later: nothing is stored, and the result names the stored event. An event that breaks a rule, for example one of a project that the caller cannot see, is refused and stops no other; its result says why. A body that does not match its schema is refused as a whole with 400, whose `errors` name each fault by its pointer. The JSON format and the JSON batch format of CloudEvents 1.0 are taken, too. A single CloudEvent has no other that could be stored instead, so its refusal is the response.
         *
         *     Specific problems: [`event_time_ahead`](/api/problems/event_time_ahead), [`event_too_large`](/api/problems/event_too_large), [`event_data_twice`](/api/problems/event_data_twice), [`event_user_unknown`](/api/problems/event_user_unknown), [`project_archived`](/api/problems/project_archived). Rate limit: class `ingest`.
         */
        post: operations["recordEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/cloudevents": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive CloudEvents
         * @description The sink of a project in the sense of the HTTP protocol binding of CloudEvents 1.0, for senders that know only an address. Needs the role contributor. In binary content mode, the headers `ce-…` hold the attributes, extensions included, percent-encoded as the binding says, or in UTF-8 or Latin-1 as some SDKs send them, and the body is the data, of any media type. In structured content mode the body is the event, and in batched content mode a list of up to 500 events. A single event that is refused is refused by the status of the response, so that the sender notices; of a batch, each event has its result. An event that was sent before is stored once, as by `recordEvents`.
         *
         *     Specific problems: [`event_time_ahead`](/api/problems/event_time_ahead), [`event_too_large`](/api/problems/event_too_large), [`event_data_twice`](/api/problems/event_data_twice), [`event_user_unknown`](/api/problems/event_user_unknown), [`project_archived`](/api/problems/project_archived). Rate limit: class `ingest`.
         */
        post: operations["receiveCloudEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events/stats": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Count events
         * @description Counts the events that happened in a range of time, by type, source and project; of each, the 100 most frequent. Counts are kept by quarters of an hour, so that `from` is rounded down to one and `to` up; the response says the range that was counted.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty). Rate limit: class `heavy`.
         */
        get: operations["getEventStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events/timeline": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Count events over time
         * @description Counts the events that happened in a range of time, by the intervals of a time zone. Counts are kept by quarters of an hour, so that `from` is rounded down to one and `to` up; the response says the range that was counted.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getEventTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events/types": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the types of events
         * @description Lists the types of all stored events that the caller can see, each with the number of its events and with the times of the first and the last one.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events/sources": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the sources of events
         * @description Lists the sources of all stored events that the caller can see, each with the number of its events and with the times of the first and the last one.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listEventSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events/export": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Export events
         * @description Streams the events of `listEvents` as NDJSON, in the order in which they were recorded, as of the time of the request. To go on later, send the `recorded_at` of the last event as `recorded_after`; events of that very moment come again. The caller's own events are always included; those of others can be missing for some seconds. The connection is cut if the reader takes no data for 30 seconds, or after 15 minutes.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["exportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events/{event_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The event.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d1000
                 */
                event_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an event
         * @description Returns 404 if the event belongs to a project that the caller cannot see.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        /**
         * Delete an event
         * @description Needs the role lead in the event's project; for an event without a project, the role admin. Counts go down with it. The audit log keeps that the event was deleted, without its data. A reporter who sends it again records it again.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        delete: operations["deleteEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/source-maps": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the source maps of a project
         * @description Newest first by default. The maps themselves are not returned. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listSourceMaps"];
        put?: never;
        /**
         * Upload a source map
         * @description Needs the role contributor. From then on, frames of errors that name this release and this file show the original file, line and function; what was reported before stays as it is. Upload the maps of a build before it is deployed. A release has one map per file (409 `source_map_exists`): delete it to replace it. The body has at most 32 MiB, and a map at most 1,000,000 mappings. The sources that a map contains (`sourcesContent`) are not stored. A map that no error has needed for 90 days is deleted.
         *
         *     Specific problems: [`source_map_exists`](/api/problems/source_map_exists), [`source_map_invalid`](/api/problems/source_map_invalid), [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        post: operations["uploadSourceMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/source-maps/{source_map_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The source map.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e10
                 */
                source_map_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a source map
         * @description Returns what is known of the map, but not the map. Returns 404 if the caller cannot see its project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getSourceMap"];
        put?: never;
        post?: never;
        /**
         * Delete a source map
         * @description Needs the role contributor. Errors that were reported before keep their original places; later ones show those of the minified file.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        delete: operations["deleteSourceMap"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/reporting-keys": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the reporting keys of a project
         * @description Needs the role contributor. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listReportingKeys"];
        put?: never;
        /**
         * Create a reporting key
         * @description Needs the role lead. The first key of a project gives the project its number. A key permits reporting only, and its public key may be published.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        post: operations["createReportingKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{project_number}/envelope/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an envelope of a Sentry SDK
         * @description The address that SDKs of Sentry send to; `dsn` of a reporting key leads them to it. The public key is in `X-Sentry-Auth`, in `sentry_key`, or in the member `dsn` of the envelope's first line. Pages of any origin may send.
         *
         *     Errors and messages become occurrences of errors, and sessions are counted for the health of a release. A repeated `event_id` is stored once. Attachments, transactions, spans, profiles, replays, check-ins, feedback, logs and metrics are counted and dropped; the response is 200 nevertheless, so that SDKs do not send them again. If the limit of the key is used up, `X-Sentry-Rate-Limits` says for how many seconds and for what (`error`, `session`), and the response is 429 if nothing else was sent.
         *
         *     An envelope has at most 10 MiB after decompression and 200 items, an event at most 1 MiB. A body without Content-Type is taken as `application/octet-stream`.
         *
         *     Specific problems: [`reporting_key_missing`](/api/problems/reporting_key_missing), [`reporting_key_refused`](/api/problems/reporting_key_refused), [`project_archived`](/api/problems/project_archived). Events: `error.created`, `error.regressed`. Rate limit: class `ingest`.
         */
        post: operations["receiveEnvelope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{project_number}/store/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an event of an older Sentry SDK
         * @description The address that SDKs of Sentry used before they sent envelopes. The body is one event of at most 1 MiB, as JSON. Otherwise as `receiveEnvelope`; the public key is in `X-Sentry-Auth` or `sentry_key`.
         *
         *     Specific problems: [`reporting_key_missing`](/api/problems/reporting_key_missing), [`reporting_key_refused`](/api/problems/reporting_key_refused), [`project_archived`](/api/problems/project_archived). Events: `error.created`, `error.regressed`. Rate limit: class `ingest`.
         */
        post: operations["receiveStoredEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/reporting-keys/{reporting_key_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The reporting key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a10
                 */
                reporting_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a reporting key
         * @description Needs the role contributor. Returns 404 if the caller cannot see the key's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getReportingKey"];
        put?: never;
        post?: never;
        /**
         * Delete a reporting key
         * @description Needs the role lead. Programs that report with the key are refused (403) from then on. What they have reported is kept.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        delete: operations["deleteReportingKey"];
        options?: never;
        head?: never;
        /**
         * Change a reporting key
         * @description Needs the role lead. An inactive key takes no reports (403) until it is active again.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        patch: operations["updateReportingKey"];
        trace?: never;
    };
    "/api/v2/errors": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List errors
         * @description Lists the errors of all projects that the caller can see, if they match all filters. `counts` says how often each has occurred. Filtering by a project that the caller cannot see gives an empty list. An error that occurs again while a caller reads page after page moves to another place of the order by `last_seen_at` or `occurrence_count`, and may be missed or met twice; the order by `created_at` shows every error once.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listErrors"];
        put?: never;
        /**
         * Report errors
         * @description Takes up to 100 reports of one project. Needs the role contributor in it. Each report is counted and stored as an occurrence of an error: of the one that has the same fingerprint, or of a new one. Of each error the first 100 and the last 100 occurrences are kept, for 30 days; the counts are exact. A resolved error that occurs again becomes `regressed`, unless the release of the report was seen before the one that has the correction. An ignored error stays ignored and is counted. A project has up to 50,000 errors; reports of further ones are counted together in one error with the fingerprint `overflow`.
         *
         *     Specific problems: [`project_unknown`](/api/problems/project_unknown), [`project_archived`](/api/problems/project_archived). Events: `error.created`, `error.regressed`. Rate limit: class `ingest`.
         */
        post: operations["reportErrors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/errors/bulk": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change or delete many errors
         * @description Each operation needs the role contributor in its error's project, and follows the rules of updateError or deleteError. Without `atomic`, a refused operation does not affect the others, and its result says why. With `atomic`, one refused operation undoes all: the response is 409 `bulk_refused`, whose `errors` list every refused operation by its pointer.
         *
         *     Specific problems: [`bulk_refused`](/api/problems/bulk_refused). Events: `error.resolved`, `error.ignored`. Rate limit: class `bulk`.
         */
        post: operations["bulkErrors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/errors/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count errors and occurrences over time
         * @description Counts the occurrences in a range of time, in all projects that the caller can see: by interval of a time zone, by status and level of their errors, by environment, and the errors that occurred for the first time. With an `error_id` it counts this error, and `counts` says how often it has occurred in all. Occurrences of more than 48 hours ago are counted by the quarter of an hour.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getErrorStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/errors/trending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the errors that grow most
         * @description Compares how often each error occurred in the last period with the period before, and lists up to 20 open or regressed errors with the greatest growth of all projects that the caller can see.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["listTrendingErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{project_id}/releases": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the releases of a project with their health
         * @description A release is listed once a program has reported an error or a session of it. Each has the sessions of the last 90 days by their worst outcome, how many errors it has, and how many of them are new with it. Newest first by default. A project has up to 10,000 releases, and each of them up to 100 environments; what is reported of further ones is taken, and counted without a release or an environment. A release is removed 400 days after it was first seen, once its last error is as old and it has no session of the last 90 days. Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/errors/{error_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        /**
         * Get an error
         * @description `getErrorStats` with an `error_id` returns how often it has occurred. Returns 404 if the caller cannot see the error's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getError"];
        put?: never;
        post?: never;
        /**
         * Delete an error
         * @description Needs the role contributor. Deletes the error with its occurrences and counts. A further occurrence makes a new error. The task that was made of the error stays.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        delete: operations["deleteError"];
        options?: never;
        head?: never;
        /**
         * Change an error
         * @description Needs the role contributor. Resolves, ignores or reopens the error, assigns it, or names it. With `resolved_in_release`, occurrences of releases that the project saw before that one do not reopen the error.
         *
         *     Specific problems: [`error_not_resolved`](/api/problems/error_not_resolved), [`assignee_not_in_project`](/api/problems/assignee_not_in_project), [`project_archived`](/api/problems/project_archived). Events: `error.resolved`, `error.ignored`. Rate limit: class `write`.
         */
        patch: operations["updateError"];
        trace?: never;
    };
    "/api/v2/error-alert-rules": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List alert rules
         * @description Lists the rules of all projects that the caller can see, if they match all filters. Filtering by a project that the caller cannot see gives an empty list.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listErrorAlertRules"];
        put?: never;
        /**
         * Create an alert rule
         * @description Needs the role lead in the project. The rule considers what happens from now on; errors of the minutes before it count towards the first window of a threshold. Returns 409 `project_unknown` if the caller cannot see the project, `error_not_in_project` if it has no such error, and `alert_threshold_fixed` if a rule of kind `new_group` or `regression` has a threshold other than 1.
         *
         *     Specific problems: [`project_unknown`](/api/problems/project_unknown), [`error_not_in_project`](/api/problems/error_not_in_project), [`alert_threshold_fixed`](/api/problems/alert_threshold_fixed), [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        post: operations["createErrorAlertRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/error-alert-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The alert rule.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0d00
                 */
                rule_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an alert rule
         * @description Returns 404 if the caller cannot see the rule's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getErrorAlertRule"];
        put?: never;
        post?: never;
        /**
         * Delete an alert rule
         * @description Needs the role lead in the project. Clears the rule's firing alert and deletes the rule with all of its alerts. To keep them, set `is_active` to false instead.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `alert.cleared`. Rate limit: class `write`.
         */
        delete: operations["deleteErrorAlertRule"];
        options?: never;
        head?: never;
        /**
         * Change an alert rule
         * @description Needs the role lead in the project. The rule's earlier alerts keep the name, threshold and window with which they fired. Setting `is_active` to false clears the rule's firing alert. A rule that is activated again considers what happens from then on.
         *
         *     Specific problems: [`error_not_in_project`](/api/problems/error_not_in_project), [`alert_threshold_fixed`](/api/problems/alert_threshold_fixed), [`project_archived`](/api/problems/project_archived). Events: `alert.cleared`. Rate limit: class `write`.
         */
        patch: operations["updateErrorAlertRule"];
        trace?: never;
    };
    "/api/v2/error-alerts": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description Lists the alerts of all projects that the caller can see, if they match all filters. Filtering by a project that the caller cannot see gives an empty list. Thresholds are evaluated once a minute, so an alert fires at most about a minute after the report that reached the threshold. Cleared alerts are deleted after 180 days.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listErrorAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/errors/{error_id}/occurrences": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        /**
         * List the occurrences of an error
         * @description Lists the first 100 and the last 100 occurrences, as far as they were received within the last 30 days. `number` tells their place among all occurrences. Returns 404 if the caller cannot see the error's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listErrorOccurrences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/errors/{error_id}/task": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a task of an error
         * @description Needs the role contributor. Creates a task of type bug in the error's project, whose description has the facts of the error and its address; the error has the id of the task from then on. An error has one task at a time (409 `error_has_task`); when the task is deleted, another can be made. Completing the task does not resolve the error. An API key also needs the scope `tasks:write`.
         *
         *     Specific problems: [`error_has_task`](/api/problems/error_has_task), [`assignee_not_in_project`](/api/problems/assignee_not_in_project), [`project_archived`](/api/problems/project_archived). Events: `task.created`. Rate limit: class `write`.
         */
        post: operations["createTaskFromError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened in the organization
         * @description Lists what members did to projects, tasks and what belongs to them, as a feed for people. Events of projects that the caller cannot see are left out. Events of deleted projects are shown to admins only. An API key sees what its scopes let it read elsewhere: projects with `projects:read`, their contents with `tasks:read`, errors with `errors:read`. The audit log holds every change in detail.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/analytics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the main figures beside those of the period before
         * @description Returns the main figures of each area for the range, each beside that of the range of the same length before it. Private projects that the caller cannot see are left out. `project_id` limits the figures of tasks, events and errors; users and requests belong to the organization. Figures can be five minutes old. `text/csv` has a row for each figure.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getAnalyticsOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/analytics/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how tasks are worked on
         * @description Returns how many tasks were created and done, how long that took, and how many were in each status at the end of each interval. A task is done when it was last moved to `done`: one that was reopened and done again counts once, at the later time, and one that is open again does not count. Cycle time begins when a task is first in progress, lead time when it is created; imported tasks have their original dates and no cycle time. Deleted tasks, and private projects that the caller cannot see, are left out. Figures can be five minutes old. `text/csv` has a row for each interval.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getTaskAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/analytics/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show which events were reported
         * @description Returns how many events were reported, by type and by source, at the times at which they happened. Events of private projects that the caller cannot see are left out; those without a project are counted unless `project_id` is given. Intervals begin at quarters of an hour. Figures can be five minutes old. `text/csv` has a row for each interval.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getEventAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/analytics/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show which errors occurred
         * @description Returns how often errors occurred, how many were new, came back or were resolved, and how long that took from their first occurrence. An error that is resolved twice counts twice. Sessions are those that `listReleases` counts for each release, by the hour of UTC in which they began, of the last 90 days. Who had a session is not stored, so there is no rate of users. Private projects that the caller cannot see are left out. Figures can be five minutes old, and those that are older than two days are counted by the hour. `text/csv` has a row for each interval.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getErrorAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/analytics/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how members contribute
         * @description Returns how many members did something, and what. A contribution is an event that the caller can see in the activity feed; so those in private projects that the caller cannot see are left out. `project_id` limits contributions and active members. Figures can be five minutes old. `text/csv` has a row for each interval.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getUserAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/analytics/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how requests were served
         * @description Returns how many requests the organization's members and API keys made, how many failed, and how long they took, measured by the server until the response was sent. Percentiles are interpolated within steps of a third or less; intervals begin at quarters of an hour. Measurements are kept for 90 days. Only admins see the API keys of others one by one. Figures can be five minutes old. `text/csv` has a row for each interval.
         *
         *     Specific problems: [`range_empty`](/api/problems/range_empty), [`range_too_long`](/api/problems/range_too_long). Rate limit: class `heavy`.
         */
        get: operations["getPerformanceAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed, by whom and when
         * @description Needs the role admin. Every change of the organization writes one entry in the same transaction. About a second later the entry is sealed into the organization's chain of hashes. `log=installation` lists entries that belong to no organization, such as registrations; it is for operators. Entries of the caller's own changes are always listed; those of others can be missing for some seconds.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description Needs the role admin. Streams the entries that `listAuditEntries` would list, oldest first, as of the time of the request. NDJSON is the default and holds the entries unchanged. CSV holds `before` and `after` as JSON, and puts an apostrophe before each cell that a spreadsheet would take for a formula. `log=installation` is for operators. Entries of the caller's own changes are always included; those of others can be missing for some seconds. The connection is cut if the reader takes no data for 30 seconds, or after 15 minutes; `created_after` and `created_before` make the export smaller.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["exportAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/audit-log/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the audit log
         * @description Needs the role admin. Reads the chain of hashes from its beginning and returns the first fault: an entry that was edited, removed or inserted in the database, or one that has waited too long for its seal.
         *
         *     Rate limit: class `heavy`.
         */
        get: operations["verifyAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/audit-log/{entry_id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The entry.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0900
                 */
                entry_id: components["parameters"]["AuditEntryId"];
            };
            cookie?: never;
        };
        /**
         * Get an entry of the audit log
         * @description Needs the role admin. Returns 404 for an entry of another organization. Operators also see the entries of the installation.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/deprecations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deprecated operations that the caller uses
         * @description Lists the deprecated operations that the caller's own API keys and sessions requested within the last 30 days (UTC, including today), in any organization and with any result, the most used first. The list has no pages, because it has at most one entry per deprecated operation. Requests are counted within seconds. Requests without a credential, such as log-ins, are not counted.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listDeprecations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/contract/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where responses would have broken the contract
         * @description For operators. Responses that did not match this document were not sent; the caller got 500 `contract_violated`. They are grouped by operation and place. A group that has not grown for 90 days is removed. When sorted by a count or by `last_at`, an entry may be repeated or missed between two pages, because groups grow meanwhile.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listContractViolations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/contract/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List which API keys use which operations
         * @description Needs the role admin. Has one entry for each operation that an API key of the organization requested since the first day, whatever the response was, with the query parameters and the members of the body that it sent. Values are not stored. Counts are kept for 90 days, and requests are counted within seconds. An operation that a key begins to use between two pages may be missed. `keys=all` lists the keys of all organizations; it is for operators.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listOperationUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List failures of the installation
         * @description For operators. An incident is a part of Architect that fails: it opens with the first failure, counts the others, and closes when the part works again. When sorted by `last_seen_at`, an entry may be repeated or missed between two pages, because incidents go on meanwhile. Closed incidents are kept for 90 days.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/incidents/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The incident.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0800
                 */
                incident_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a failure of the installation
         * @description For operators. Returns an incident. `error_id` names its failures in the installation's own error log, which is the project `ERRORS` of the organization `Architect`; operators are admins of that organization.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "import.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An import was carried out
         * @description Sent once for each import; see the schema for what `data` holds.
         *
         *     Caused by `createImport`.
         */
        post: operations["onImportCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An import could not be carried out
         * @description Sent once for each import; see the schema for what `data` holds.
         *
         *     Caused by `createImport`.
         */
        post: operations["onImportFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody registered an account
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `registerUser`, `createUser`.
         */
        post: operations["onUserRegistered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user verified an address
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `verifyEmail`, `resetPassword`, `createUser`.
         */
        post: operations["onUserVerified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account was deleted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteMe`, `deleteUser`.
         */
        post: operations["onUserDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.deactivated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account was closed by an operator
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateUser`.
         */
        post: operations["onUserDeactivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session began
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `changePassword`, `logIn`, `completeMfaLogIn`, `rotateSession`, `confirmTotp`.
         */
        post: operations["onSessionCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session was ended
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `resetPassword`, `changePassword`, `logOut`, `rotateSession`, `deleteMe`, `revokeMyOtherSessions`, `revokeMySession`, `confirmTotp`, `updateUser`, `deleteUser`, `revokeSession`.
         */
        post: operations["onSessionRevoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.suspicious": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session is unusual for its user
         * @description Sent once per session, when the session is first marked as suspicious; `data.suspicion` holds the reason. The session continues, and its user gets a mail.
         *
         *     Caused by `logIn`, `completeMfaLogIn`.
         */
        post: operations["onSessionSuspicious"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "api_key.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An API key was created
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `createApiKey`.
         */
        post: operations["onApiKeyCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "api_key.rotated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An API key was given a new secret
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `rotateApiKey`.
         */
        post: operations["onApiKeyRotated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "api_key.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An API key was deleted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `resetPassword`, `changePassword`, `deleteMe`, `deleteApiKey`, `updateUser`, `deleteUser`.
         */
        post: operations["onApiKeyDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An organization was created
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `verifyEmail`, `resetPassword`, `createUser`, `createOrganization`.
         */
        post: operations["onOrganizationCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An organization was changed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateOrganization`.
         */
        post: operations["onOrganizationUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An organization was deleted with everything in it
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteMe`, `deleteUser`, `deleteOrganization`.
         */
        post: operations["onOrganizationDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member joined an organization
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `verifyEmail`, `resetPassword`, `createUser`, `createOrganization`, `acceptInvitation`, `setProjectMember`.
         */
        post: operations["onMemberAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The role of a member was changed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateMember`, `setProjectMember`.
         */
        post: operations["onMemberUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member left an organization, or was removed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteMe`, `deleteUser`, `removeMember`, `removeProjectMember`.
         */
        post: operations["onMemberRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person was invited to an organization
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `createInvitation`.
         */
        post: operations["onInvitationCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was accepted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `acceptInvitation`.
         */
        post: operations["onInvitationAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was withdrawn
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `revokeInvitation`.
         */
        post: operations["onInvitationRevoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A project was created
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `verifyEmail`, `resetPassword`, `createUser`, `createProject`.
         */
        post: operations["onProjectCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A project was changed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateProject`.
         */
        post: operations["onProjectUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A project was made read-only
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateProject`.
         */
        post: operations["onProjectArchived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "project.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A project was deleted with everything in it
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteProject`.
         */
        post: operations["onProjectDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "label.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A label was created
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `createLabel`, `createImport`.
         */
        post: operations["onLabelCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "label.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A label was changed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateLabel`.
         */
        post: operations["onLabelUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "label.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A label was deleted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteLabel`.
         */
        post: operations["onLabelDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "milestone.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A milestone was created
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `createMilestone`, `createImport`.
         */
        post: operations["onMilestoneCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "milestone.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A milestone was changed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateMilestone`.
         */
        post: operations["onMilestoneUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "milestone.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A milestone was deleted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteMilestone`.
         */
        post: operations["onMilestoneDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task was created
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `verifyEmail`, `resetPassword`, `createUser`, `createTask`, `bulkTasks`, `createImport`, `createTaskFromError`.
         */
        post: operations["onTaskCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task was changed
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteMe`, `deleteUser`, `deleteLabel`, `deleteMilestone`, `bulkTasks`, `updateTask`.
         */
        post: operations["onTaskUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.transitioned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task moved to another status
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `bulkTasks`, `transitionTask`.
         */
        post: operations["onTaskTransitioned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task was deleted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `bulkTasks`, `deleteTask`.
         */
        post: operations["onTaskDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "dependency.added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task waits for another
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `addTaskDependency`, `createImport`.
         */
        post: operations["onDependencyAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "dependency.removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A task no longer waits for another
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `bulkTasks`, `deleteTask`, `removeTaskDependency`.
         */
        post: operations["onDependencyRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A comment was added to a task
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `createComment`, `createImport`.
         */
        post: operations["onCommentCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A comment was edited
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateComment`.
         */
        post: operations["onCommentUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A comment was deleted
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `deleteComment`.
         */
        post: operations["onCommentDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "error.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new error was reported
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `receiveEnvelope`, `receiveStoredEvent`, `reportErrors`.
         */
        post: operations["onErrorCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "error.regressed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A resolved error occurred again
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `receiveEnvelope`, `receiveStoredEvent`, `reportErrors`.
         */
        post: operations["onErrorRegressed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.fired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An alert fired
         * @description Recorded with the change that caused it, once for each change.
         */
        post: operations["onAlertFired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.cleared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An alert was cleared
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `updateErrorAlertRule`, `deleteErrorAlertRule`.
         */
        post: operations["onAlertCleared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "incident.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A part of Architect fails
         * @description Sent when an incident opens, or opens again; see the schema for what `data` holds.
         */
        post: operations["onIncidentOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "incident.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A part of Architect works again
         * @description Sent when an incident closes; see the schema for what `data` holds.
         */
        post: operations["onIncidentClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "error.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An error was resolved
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `bulkErrors`, `updateError`.
         */
        post: operations["onErrorResolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "error.ignored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An error was ignored
         * @description Recorded with the change that caused it, once for each change.
         *
         *     Caused by `bulkErrors`, `updateError`.
         */
        post: operations["onErrorIgnored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description An event in the activity feed. */
        ActivityEntry: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["ActivityType"];
            /**
             * Format: uuid
             * @description The user who did it; null if no user did.
             */
            actor_id: string | null;
            /**
             * Format: uuid
             * @description The project; null if it happened in none.
             */
            project_id: string | null;
            /** @description The type of the resource, for example `task`. */
            resource_type: string;
            /**
             * Format: uuid
             * @description The resource.
             */
            resource_id: string | null;
            /** @description The resource's title or name, or the beginning of its text, as it was then. */
            title: string | null;
            /** @description The changed fields, for `task.updated` and `task.transitioned`; empty for other types. */
            changes: components["schemas"]["TaskChange"][];
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of the feed. */
        ActivityPage: {
            /** @description The events, in the requested order. */
            data: components["schemas"]["ActivityEntry"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        ActivitySort: "created_at" | "-created_at";
        /**
         * @description The type of the event. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ActivityType: "organization.created" | "organization.updated" | "member.added" | "member.updated" | "member.removed" | "project.created" | "project.updated" | "project.archived" | "project.deleted" | "milestone.created" | "milestone.updated" | "milestone.deleted" | "label.created" | "label.updated" | "label.deleted" | "task.created" | "task.updated" | "task.transitioned" | "task.deleted" | "dependency.added" | "dependency.removed" | "comment.created" | "comment.updated" | "comment.deleted" | "import.completed" | "import.failed" | "error.created" | "error.regressed" | "alert.fired" | "alert.cleared" | "incident.opened" | "incident.closed" | "error.resolved" | "error.ignored";
        /** @description A figure of the range, and of the range before it. */
        AnalyticsFigure: {
            /** @description In the range; null if there is nothing to measure. */
            value: number | null;
            /** @description In the range before it. */
            previous: number | null;
        };
        /** @description The main figures. */
        AnalyticsOverview: {
            period: components["schemas"]["AnalyticsPeriod"];
            previous_from: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The project that the figures of tasks, events and errors are limited to.
             */
            project_id: string | null;
            tasks: components["schemas"]["TaskOverview"];
            events: components["schemas"]["EventOverview"];
            errors: components["schemas"]["ErrorOverview"];
            users: components["schemas"]["UserOverview"];
            requests: components["schemas"]["RequestOverview"];
        };
        /** @description The range that figures are about. */
        AnalyticsPeriod: {
            from: components["schemas"]["Timestamp"];
            to: components["schemas"]["Timestamp"];
            interval: components["schemas"]["TimeInterval"];
            time_zone: components["schemas"]["TimeZone"];
        };
        /** @description A credential for programs; it acts for its owner in one organization. */
        ApiKey: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description What the key is for. */
            name: string;
            /** @description The end of the secret, to recognise the key. */
            hint: string;
            /** @description What the key may do, within the rights of its owner. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When the key stops working; null for no expiry.
             */
            expires_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new API key. */
        ApiKeyCreate: {
            /** @description What the key is for. */
            name: string;
            /** @description What the key may do, within the rights of its owner. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When the key stops working. If null or absent, it has no expiry. A time in the past returns 409 `expiry_in_past`.
             */
            expires_at?: (string | null) | undefined;
        };
        /** @description A new API key with its secret, which is shown only once. */
        ApiKeyCreated: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description What the key is for. */
            name: string;
            /** @description The end of the secret, to recognise the key. */
            hint: string;
            /** @description What the key may do, within the rights of its owner. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When the key stops working; null for no expiry.
             */
            expires_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description The secret, to send as a bearer token. */
            token: string;
        };
        /** @description How often an API key was used on one day. */
        ApiKeyDayUsage: {
            /**
             * Format: date
             * @description The day, in UTC.
             */
            day: string;
            /**
             * Format: int64
             * @description How often.
             */
            requests: number;
        };
        /** @description An event of an API key. `data` is the key after the change, or before its deletion, without the secret. */
        ApiKeyEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "api_key.created" | "api_key.rotated" | "api_key.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["ApiKey"];
        };
        /** @description How often an API key used one operation. */
        ApiKeyOperationUsage: {
            version: components["schemas"]["ContractVersion"];
            /** @description The operation. */
            operation_id: string;
            /**
             * Format: int64
             * @description How often.
             */
            requests: number;
            /**
             * Format: date
             * @description The latest of these days, in UTC.
             */
            last_used_on: string;
        };
        /** @description A page of API keys. */
        ApiKeyPage: {
            /** @description The API keys, in the requested order. */
            data: components["schemas"]["ApiKey"][];
            page: components["schemas"]["Page"];
        };
        /** @description How the secret is replaced. */
        ApiKeyRotation: {
            /**
             * @description How long the old secret keeps working, in whole minutes, hours or days, at most a week. If absent, it ends at once.
             * @example P1D
             */
            expires_in?: string | undefined;
        };
        /**
         * @description A kind of resource, and whether it may be read or changed. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ApiKeyScope: "account:read" | "account:write" | "organizations:read" | "organizations:write" | "projects:read" | "projects:write" | "tasks:read" | "tasks:write" | "events:read" | "events:write" | "errors:read" | "errors:write" | "analytics:read" | "analytics:write" | "audit:read" | "audit:write" | "notifications:read" | "notifications:write" | "webhooks:read" | "webhooks:write" | "integrations:read" | "integrations:write" | "jobs:read" | "jobs:write" | "admin:read" | "admin:write";
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        ApiKeySort: "created_at" | "-created_at" | "name" | "-name";
        /** @description The fields to change; absent fields keep their value. */
        ApiKeyUpdate: {
            /** @description What the key is for. */
            name?: string | undefined;
            /** @description The scopes to keep; the key must have each of them already. */
            scopes?: components["schemas"]["ApiKeyScope"][] | undefined;
            /**
             * Format: date-time
             * @description When the key stops working; null for no expiry. A time in the past returns 409 `expiry_in_past`.
             */
            expires_at?: (string | null) | undefined;
        };
        /** @description How often an API key was used, and for what. */
        ApiKeyUsage: {
            api_key_id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null if never.
             */
            last_used_at: string | null;
            /**
             * Format: int64
             * @description Requests in these days.
             */
            requests: number;
            /** @description By operation, the most used first. */
            by_operation: components["schemas"]["ApiKeyOperationUsage"][];
            /** @description By day, the latest first; days without requests are left out. */
            by_day: components["schemas"]["ApiKeyDayUsage"][];
        };
        /**
         * @description Who acted; `system` is a schedule or a job. Clients must accept further values in what they receive.
         * @enum {string}
         */
        AuditActorType: "user" | "system" | "anonymous";
        /** @description One change in the audit log. Only the seal is added later, about a second after the change. */
        AuditEntry: {
            id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization; null for the installation's own log.
             */
            organization_id: string | null;
            /**
             * Format: int64
             * @description The place in the chain; null until the entry is sealed.
             */
            sequence: number | null;
            /** @description SHA-256 of the entry and of the previous hash; null until the entry is sealed. */
            hash: string | null;
            /** @description The hash of the previous entry; zeroes for the first entry, null until the entry is sealed. */
            previous_hash: string | null;
            /**
             * Format: uuid
             * @description The user who acted; null if no user did.
             */
            actor_id: string | null;
            actor_type: components["schemas"]["AuditActorType"];
            /**
             * Format: uuid
             * @description The session or API key that was used.
             */
            credential_id: string | null;
            /** @description What `credential_id` names; null if no credential was used. */
            credential_type: components["schemas"]["CredentialType"] | null;
            /** @description What was done, for example `task.create`. */
            action: string;
            /** @description The type of the resource, for example `task`. */
            resource_type: string;
            /**
             * Format: uuid
             * @description The resource; null if the change concerns no single one.
             */
            resource_id: string | null;
            /**
             * Format: uuid
             * @description The project of the resource; null if it belongs to none.
             */
            project_id: string | null;
            /** @description The resource before the change; null if it did not exist. */
            before: components["schemas"]["AuditSnapshot"] | null;
            /** @description The resource after the change; null if it no longer exists. */
            after: components["schemas"]["AuditSnapshot"] | null;
            /** @description The `X-Request-Id` of the request that caused the change. */
            request_id: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of entries. */
        AuditEntryPage: {
            /** @description The entries, in the requested order. */
            data: components["schemas"]["AuditEntry"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        AuditEntrySort: "created_at" | "-created_at";
        /**
         * @description What is wrong with an entry of the audit log. Clients must accept further values in what they receive.
         * @enum {string}
         */
        AuditFaultKind: "edited" | "removed" | "inserted" | "unsealed";
        /**
         * @description Whose audit log it is.
         * @default organization
         * @example organization
         * @enum {string}
         */
        AuditLogOwner: "organization" | "installation";
        /** @description An entry of the audit log as a row of an export in CSV; the header names its members. */
        AuditRow: {
            id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization; null for the installation's own log.
             */
            organization_id: string | null;
            /**
             * Format: int64
             * @description The place in the chain; null until the entry is sealed.
             */
            sequence: number | null;
            /** @description SHA-256 of the entry and of the previous hash; null until the entry is sealed. */
            hash: string | null;
            /** @description The hash of the previous entry; zeroes for the first entry, null until the entry is sealed. */
            previous_hash: string | null;
            /**
             * Format: uuid
             * @description The user who acted; null if no user did.
             */
            actor_id: string | null;
            actor_type: components["schemas"]["AuditActorType"];
            /**
             * Format: uuid
             * @description The session or API key that was used.
             */
            credential_id: string | null;
            /** @description What `credential_id` names; null if no credential was used. */
            credential_type: components["schemas"]["CredentialType"] | null;
            /** @description What was done, for example `task.create`. */
            action: string;
            /** @description The type of the resource, for example `task`. */
            resource_type: string;
            /**
             * Format: uuid
             * @description The resource; null if the change concerns no single one.
             */
            resource_id: string | null;
            /**
             * Format: uuid
             * @description The project of the resource; null if it belongs to none.
             */
            project_id: string | null;
            /** @description The resource before the change, as JSON; null if it did not exist. */
            before: string | null;
            /** @description The resource after the change, as JSON; null if it no longer exists. */
            after: string | null;
            /** @description The `X-Request-Id` of the request that caused the change. */
            request_id: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A resource before or after a change, with secrets masked. */
        AuditSnapshot: {
            [key: string]: unknown;
        };
        /** @description The result of verifying the chain. */
        AuditVerification: {
            /** @description Whether the chain has no fault. */
            is_intact: boolean;
            /**
             * Format: int64
             * @description How many entries are intact, from the beginning of the chain.
             */
            checked: number;
            /** @description The first fault; null if the chain is intact. */
            fault_kind: components["schemas"]["AuditFaultKind"] | null;
            /**
             * Format: int64
             * @description The place of the fault in the chain; null if the chain is intact, and for an entry without a seal.
             */
            fault_sequence: number | null;
            /**
             * Format: uuid
             * @description The entry at fault; null if it was removed, or if the chain is intact.
             */
            fault_entry_id: string | null;
            verified_at: components["schemas"]["Timestamp"];
        };
        /** @description An event in the JSON format of CloudEvents 1.0. Members that are not listed are extension attributes. The extension `projectid` names the project, and `userid` a member, by their ids; a `userid` of another form is an extension as any other. Null stands for an absent member. */
        CloudEvent: {
            /**
             * @description The version of CloudEvents.
             * @constant
             */
            specversion: "1.0";
            /** @description The reporter's own id of the event, unique within `source`. */
            id: string;
            /**
             * Format: uri-reference
             * @description Where the event comes from.
             */
            source: string;
            type: components["schemas"]["EventType"];
            /** @description What the event is about, within its source. */
            subject?: (string | null) | undefined;
            /** @description When it happened; the time of the request if absent. */
            time?: (components["schemas"]["Instant"] | null) | undefined;
            /** @description The media type of the data; JSON if absent. */
            datacontenttype?: (string | null) | undefined;
            /**
             * Format: uri
             * @description The schema of the data.
             */
            dataschema?: (string | null) | undefined;
            data?: components["schemas"]["EventData"] | undefined;
            /** @description The data as Base64, if it is not JSON. */
            data_base64?: (string | null) | undefined;
        } & {
            [key: string]: string | boolean | number | null;
        };
        /** @description Events in the JSON batch format of CloudEvents 1.0. */
        CloudEventBatch: components["schemas"]["CloudEvent"][];
        /** @description A comment on a task. */
        Comment: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            task_id: components["schemas"]["Id"];
            kind: components["schemas"]["CommentKind"];
            /** @description The text, as Markdown. */
            body: string;
            /**
             * Format: uuid
             * @description The author; null for a deleted user and for an imported comment.
             */
            author_id: string | null;
            /**
             * Format: uuid
             * @description The review that a review comment belongs to.
             */
            parent_id: string | null;
            /** @description The source; null for a record made here. */
            origin: components["schemas"]["Origin"] | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new comment. */
        CommentCreate: {
            /** @description The text, as Markdown. */
            body: string;
        };
        /** @description An event of a comment. `data` is the comment after the change, or before its deletion. */
        CommentEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "comment.created" | "comment.updated" | "comment.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Comment"];
        };
        /**
         * @description The kind of comment. Reviews and review comments come from imports only. Clients must accept further values in what they receive.
         * @enum {string}
         */
        CommentKind: "comment" | "review" | "review_comment";
        /** @description A page of comments. */
        CommentPage: {
            /** @description The comments, in the requested order. */
            data: components["schemas"]["Comment"][];
            page: components["schemas"]["Page"];
        };
        /** @description A comment of an export. */
        CommentRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "comment";
            /** @description The comment's id in its source; `architect:` and the id for a comment made here. */
            external_id: string;
            /** @description The external id of the task. */
            task: string;
            kind: components["schemas"]["CommentKind"];
            /** @description The text, as Markdown. */
            body: string;
            /** @description The external id of the review it belongs to. */
            parent: string | null;
            /** @description The name of the author, here or in the source. */
            author: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description `architect`, or the kind of the first import that created the record. */
            source: string;
            /** @description The kind of record in the source, such as issue or review. */
            source_kind: string;
            /** @description The state in the source, in the source's words. */
            source_state: string | null;
            /** @description The URL in the source; null if there is none. */
            url: string | null;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default created_at
         * @example created_at
         * @enum {string}
         */
        CommentSort: "created_at" | "-created_at";
        /** @description The new text of a comment. */
        CommentUpdate: {
            /** @description The text, as Markdown. */
            body: string;
        };
        /** @description The state of one part, with its measurements. */
        ComponentHealth: {
            status: components["schemas"]["HealthStatus"];
            /** @description What is wrong, for people; null when nothing is. */
            message: string | null;
            /** @description The measurements. */
            facts: components["schemas"]["HealthFact"][];
        };
        /**
         * @description A version of the contract. Clients must accept further values in what they receive.
         * @example v1
         * @enum {string}
         */
        ContractVersion: "v1" | "v2";
        /** @description Responses of one operation that would have broken the contract in one place. */
        ContractViolation: {
            id: components["schemas"]["Id"];
            version: components["schemas"]["ContractVersion"];
            /** @description The operation that made the response. */
            operation_id: string;
            part: components["schemas"]["ContractViolationPart"];
            /** @description The place: for a body, a JSON pointer (RFC 6901) to the member, with `*` instead of indices; for a header, its name; for a status, the number. */
            pointer: string;
            /** @description The rule that the most recent of these responses broke. */
            keyword: string;
            /** @description The status of the most recent of these responses. */
            status: number;
            /** @description How many responses. */
            violation_count: number;
            first_at: components["schemas"]["Timestamp"];
            last_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of places in which responses would have broken the contract. */
        ContractViolationPage: {
            /** @description The groups, in the requested order. */
            data: components["schemas"]["ContractViolation"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The part of a response. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ContractViolationPart: "status" | "content_type" | "header" | "body";
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -last_at
         * @example -last_at
         * @enum {string}
         */
        ContractViolationSort: "last_at" | "-last_at" | "first_at" | "-first_at" | "violation_count" | "-violation_count";
        /** @description Contributions of one type. */
        ContributionsByType: {
            type: components["schemas"]["ActivityType"];
            /**
             * Format: int64
             * @description How many there were.
             */
            contributions: number;
        };
        /** @description The contributions of one user. */
        ContributionsByUser: {
            user_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description How many there were.
             */
            contributions: number;
        };
        /**
         * @description `sessions` are all sessions together, `other_api_keys` the API keys of others where the caller is not an admin. Clients must accept further values in what they receive.
         * @enum {string}
         */
        CredentialKind: "sessions" | "api_key" | "other_api_keys";
        /**
         * @description What a request was authenticated with. Clients must accept further values in what they receive.
         * @enum {string}
         */
        CredentialType: "session" | "api_key";
        /** @description The address and password of an account. */
        Credentials: {
            email: components["schemas"]["EmailAddress"];
            /**
             * Format: password
             * @description The account's password.
             */
            password: string;
        };
        /**
         * @description Whether a dependency is seen from the task that waits, or from the one that is waited for.
         * @default blocked_by
         * @example blocked_by
         * @enum {string}
         */
        DependencyDirection: "blocked_by" | "blocks";
        /** @description A dependency of an export: one task waits for another. */
        DependencyRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "dependency";
            /** @description The external id of the task that waits. */
            task: string;
            /** @description The external id of the task that it waits for. */
            blocking_task: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description The deprecated operations that a caller uses. */
        DeprecationList: {
            /**
             * Format: date
             * @description The first day that was counted, in UTC.
             */
            since: string;
            /** @description One entry for each operation, the most used first. */
            data: components["schemas"]["DeprecationUse"][];
        };
        /** @description A deprecated operation, and how often the caller used it. */
        DeprecationUse: {
            version: components["schemas"]["ContractVersion"];
            /** @description Its operationId. */
            operation_id: string;
            /** @description Its method. */
            method: string;
            /** @description Its path, with its parameters in braces. */
            path: string;
            deprecated_at: components["schemas"]["Timestamp"];
            sunset_at: components["schemas"]["Timestamp"];
            successor: components["schemas"]["Successor"];
            /**
             * Format: int64
             * @description All uses in these days.
             */
            use_count: number;
            /**
             * Format: int64
             * @description Those by sessions.
             */
            session_use_count: number;
            /** @description The use by API keys, the most active first, at most a hundred keys. */
            api_keys: components["schemas"]["DeprecationUseOfKey"][];
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            last_used_on: string;
        };
        /** @description How often one API key used a deprecated operation. */
        DeprecationUseOfKey: {
            /** @description The key; it may be deleted by now. */
            api_key_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description Its uses in these days.
             */
            use_count: number;
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            last_used_on: string;
        };
        /** @description The state of each part. */
        DetailedHealth: {
            /** @description The worst of the parts. */
            status: components["schemas"]["HealthStatus"];
            /** @description The release that runs. */
            version: string;
            /** @description The commit that the server was built from; null if unknown. */
            commit: string | null;
            /**
             * Format: int64
             * @description Seconds since the process started.
             */
            uptime_seconds: number;
            database: components["schemas"]["ComponentHealth"];
            cache: components["schemas"]["ComponentHealth"];
            message_queue: components["schemas"]["ComponentHealth"];
            external_services: components["schemas"]["ComponentHealth"];
            /** @description Degraded while an incident is open. The message names the latest; the facts count them by kind. */
            incidents: components["schemas"]["ComponentHealth"];
        };
        /** @description How long something took. All are null if there is nothing to measure. */
        DurationFigures: {
            /**
             * Format: int64
             * @description How many were measured.
             */
            count: number;
            /** @description Half of them took this long or less. */
            p50_seconds: number | null;
            /** @description 85 of 100 took this long or less. */
            p85_seconds: number | null;
            /** @description The arithmetic mean. */
            mean_seconds: number | null;
        };
        /**
         * Format: idn-email
         * @description An e-mail address, also an internationalized one (RFC 6531). Quoted local parts, address literals, spaces and invisible characters are refused. Case does not matter, and a domain in its own script equals its form with `xn--`. The address is stored and returned in one form: lower case, composed (NFC), with `xn--`.
         * @example ada@meridian.example
         */
        EmailAddress: string;
        /** @description An e-mail address. */
        EmailChoice: {
            email: components["schemas"]["EmailAddress"];
        };
        /** @description The proof that the address is the caller's. */
        EmailVerification: {
            /** @description The token from the mail. */
            token: string;
        };
        /** @description A line of JSON, then items, each a line of JSON with its `type` and a payload. A payload ends after `length` bytes, or at the next line break. */
        Envelope: string;
        /** @description One time that an alert rule fired, with the rule's name, threshold and window as they were then. */
        ErrorAlert: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The rule that fired. */
            rule_id: components["schemas"]["Id"];
            /** @description The name of the rule. */
            name: string;
            kind: components["schemas"]["ErrorAlertKind"];
            /** @description The error that made the rule fire; null if a threshold counts all errors of the project. The error may have been deleted since. */
            error_id: components["schemas"]["Id"] | null;
            status: components["schemas"]["ErrorAlertStatus"];
            /** @description The rule's threshold. */
            threshold: number;
            /**
             * @description The rule's window, an ISO 8601 duration.
             * @example PT1H
             */
            window: string;
            /** @description The start of the window in which the rule fired. */
            window_started_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description The number of reports in that window when the rule fired; 1 if its kind is not `threshold`.
             */
            value: number;
            /** @description When the rule fired. */
            fired_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description When the alert was cleared; null while it is firing.
             */
            cleared_at: string | null;
        };
        /** @description An event of an alert. `data` is the alert after the change. */
        ErrorAlertEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "alert.fired" | "alert.cleared";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["ErrorAlert"];
        };
        /**
         * @description What a rule watches for: `threshold`, a number of reports within the window; `new_group`, an error that the project did not have before; `regression`, a resolved error that occurred again. Clients must accept further values in what they receive.
         * @example threshold
         * @enum {string}
         */
        ErrorAlertKind: "threshold" | "new_group" | "regression";
        /** @description A page of alerts. */
        ErrorAlertPage: {
            /** @description The alerts, in the requested order. */
            data: components["schemas"]["ErrorAlert"][];
            page: components["schemas"]["Page"];
        };
        /** @description A rule that says when errors of a project make an alert. */
        ErrorAlertRule: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The name. */
            name: string;
            kind: components["schemas"]["ErrorAlertKind"];
            /** @description The number of reports within the window at which the rule fires. 1 if its kind is not `threshold`. */
            threshold: number;
            /**
             * @description The time over which reports are counted, and in which the rule fires at most once. An ISO 8601 duration.
             * @example PT1H
             */
            window: string;
            /** @description Only errors of these levels; all if empty. */
            levels: components["schemas"]["ErrorLevel"][];
            /** @description Only reports from these environments; all if empty. */
            environments: string[];
            /** @description Only this error; null for all errors of the project. */
            error_id: components["schemas"]["Id"] | null;
            /** @description Whether the rule is evaluated. */
            is_active: boolean;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new rule. */
        ErrorAlertRuleCreate: {
            /** @description The project whose errors the rule watches. */
            project_id: components["schemas"]["Id"];
            /** @description The name. */
            name: string;
            kind: components["schemas"]["ErrorAlertKind"];
            /**
             * @description The number of reports within the window at which the rule fires. Must be 1 if the kind is not `threshold`.
             * @default 1
             */
            threshold?: number | undefined;
            /**
             * @description The time over which reports are counted, and in which the rule fires at most once: one minute to one day, as an ISO 8601 duration.
             * @default PT1H
             * @example PT1H
             */
            window?: string | undefined;
            /**
             * @description Only errors of these levels; all if empty.
             * @default []
             */
            levels?: components["schemas"]["ErrorLevel"][] | undefined;
            /**
             * @description Only reports from these environments; all if empty.
             * @default []
             */
            environments?: string[] | undefined;
            /** @description Only this error; null for all errors of the project. */
            error_id?: (components["schemas"]["Id"] | null) | undefined;
            /**
             * @description Whether the rule is evaluated.
             * @default true
             */
            is_active?: boolean | undefined;
        };
        /** @description A page of alert rules. */
        ErrorAlertRulePage: {
            /** @description The rules, in the requested order. */
            data: components["schemas"]["ErrorAlertRule"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default name
         * @example name
         * @enum {string}
         */
        ErrorAlertRuleSort: "name" | "-name" | "created_at" | "-created_at";
        /** @description The fields to change; absent fields keep their value. The project and the kind of a rule do not change. */
        ErrorAlertRuleUpdate: {
            /** @description The name. */
            name?: string | undefined;
            /** @description The number of reports within the window at which the rule fires. Must be 1 if the kind is not `threshold`. */
            threshold?: number | undefined;
            /**
             * @description The time over which reports are counted, and in which the rule fires at most once: one minute to one day, as an ISO 8601 duration.
             * @example PT1H
             */
            window?: string | undefined;
            /** @description Only errors of these levels; all if empty. */
            levels?: components["schemas"]["ErrorLevel"][] | undefined;
            /** @description Only reports from these environments; all if empty. */
            environments?: string[] | undefined;
            /** @description Only this error; null for all errors of the project. */
            error_id?: (components["schemas"]["Id"] | null) | undefined;
            /** @description Whether the rule is evaluated; false clears its firing alert. */
            is_active?: boolean | undefined;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -fired_at
         * @example -fired_at
         * @enum {string}
         */
        ErrorAlertSort: "fired_at" | "-fired_at";
        /**
         * @description Whether the reason for the alert still holds. Clients must accept further values in what they receive.
         * @example firing
         * @enum {string}
         */
        ErrorAlertStatus: "firing" | "cleared";
        /** @description Which errors occurred. */
        ErrorAnalytics: {
            period: components["schemas"]["AnalyticsPeriod"];
            /**
             * Format: uuid
             * @description The project that the figures are limited to.
             */
            project_id: string | null;
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrences: number;
            /**
             * Format: int64
             * @description Errors that occurred for the first time.
             */
            created: number;
            /**
             * Format: int64
             * @description Errors that occurred again after they were resolved.
             */
            regressed: number;
            /**
             * Format: int64
             * @description Errors that were resolved.
             */
            resolved: number;
            /**
             * Format: int64
             * @description Errors that are open or have regressed at the time of the request.
             */
            unresolved: number;
            /**
             * Format: int64
             * @description Sessions that programs reported, by the hour in which they began.
             */
            sessions: number;
            /**
             * Format: int64
             * @description Those that an error ended.
             */
            crashed_sessions: number;
            /** @description The share of sessions that did not crash; null without sessions. */
            crash_free_session_rate: number | null;
            time_to_resolve: components["schemas"]["DurationFigures"];
            /** @description The intervals of the range. */
            series: components["schemas"]["ErrorFiguresBucket"][];
            /** @description The most frequent come first. */
            by_level: components["schemas"]["ErrorFiguresByLevel"][];
            /** @description The most frequent come first. */
            by_environment: components["schemas"]["ErrorFiguresByEnvironment"][];
            /** @description The most frequent come first. */
            by_error: components["schemas"]["ErrorFiguresByError"][];
        };
        /** @description Something that happened before the failure. */
        ErrorBreadcrumb: {
            /**
             * Format: date-time
             * @description When it happened, as it was reported.
             */
            occurred_at: string | null;
            /** @description The kind, `http` or `ui.click` for example. */
            category: string | null;
            /** @description How bad it is. */
            level: string | null;
            /** @description What happened. */
            message: string | null;
            data: components["schemas"]["ErrorContext"];
        };
        /** @description Operations on errors, run in the given order. */
        ErrorBulk: {
            /**
             * @description If true, all operations are run, or none if one is refused.
             * @default false
             */
            atomic?: boolean | undefined;
            /** @description The operations; each sees the changes of those before it. */
            operations: components["schemas"]["ErrorBulkOperation"][];
        };
        /** @description Deletes an error, as deleteError does. */
        ErrorBulkDelete: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "delete";
            error_id: components["schemas"]["Id"];
            /** @description The version that the operation changes, like If-Match; an error of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description One operation; `action` says which. */
        ErrorBulkOperation: components["schemas"]["ErrorBulkUpdate"] | components["schemas"]["ErrorBulkDelete"];
        /** @description The result of each operation, in the order of the request. */
        ErrorBulkReport: {
            /** @description How many operations were carried out. */
            succeeded: number;
            /** @description How many were refused. */
            failed: number;
            /** @description One result for each operation. */
            results: components["schemas"]["ErrorBulkResult"][];
        };
        /** @description The result of one operation. Either `error` or `problem` is null; after a deletion both are. */
        ErrorBulkResult: {
            /** @description The operation's place in the request. */
            index: number;
            /** @description The status that the single operation would have returned: 200, 204, 403, 404, 409 or 412. */
            status: number;
            /**
             * Format: uuid
             * @description The error.
             */
            error_id: string;
            /** @description The error after the operation. */
            error: components["schemas"]["ErrorGroup"] | null;
            /** @description Why the operation was refused. */
            problem: components["schemas"]["Refusal"] | null;
        };
        /** @description Changes an error, as updateError does. */
        ErrorBulkUpdate: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "update";
            error_id: components["schemas"]["Id"];
            changes: components["schemas"]["ErrorUpdate"];
            /** @description The version that the operation changes, like If-Match; an error of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description A failure that led to another. */
        ErrorCause: {
            /** @description The type of the failure. */
            type: string | null;
            /** @description Its message. */
            message: string | null;
            /** @description Its calls, innermost first. */
            frames: components["schemas"]["StackFrame"][];
        };
        /** @description Values of the reporter's own. Secret ones are masked, and what is nested deeper than eight levels or beyond a thousand members is cut off. */
        ErrorContext: {
            [key: string]: unknown;
        };
        /**
         * @description What people decide about an error; `regressed` is set by an occurrence only.
         * @enum {string}
         */
        ErrorDecision: "open" | "resolved" | "ignored";
        /** @description Occurrences in one environment. */
        ErrorEnvironmentCount: {
            /** @description The environment; null for reports that name none. */
            environment: string | null;
            /**
             * Format: int64
             * @description How often they occurred.
             */
            occurrence_count: number;
        };
        /** @description An event of an error. `data` is the error after the change. */
        ErrorEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "error.created" | "error.regressed" | "error.resolved" | "error.ignored";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["ErrorGroup"];
        };
        /** @description An interval of the range. */
        ErrorFiguresBucket: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrences: number;
            /**
             * Format: int64
             * @description Errors that occurred for the first time.
             */
            created: number;
            /**
             * Format: int64
             * @description Errors that occurred again after they were resolved.
             */
            regressed: number;
            /**
             * Format: int64
             * @description Errors that were resolved.
             */
            resolved: number;
            /**
             * Format: int64
             * @description Sessions that programs reported, by the hour in which they began.
             */
            sessions: number;
            /**
             * Format: int64
             * @description Those that an error ended.
             */
            crashed_sessions: number;
            /** @description The share of sessions that did not crash; null without sessions. */
            crash_free_session_rate: number | null;
        };
        /** @description The occurrences in one environment. */
        ErrorFiguresByEnvironment: {
            /** @description The environment; empty if reports name none. */
            environment: string;
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrences: number;
        };
        /** @description The occurrences of one error. */
        ErrorFiguresByError: {
            error_id: components["schemas"]["Id"];
            /** @description Its title. */
            title: string;
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrences: number;
        };
        /** @description The occurrences of errors of one level. */
        ErrorFiguresByLevel: {
            level: components["schemas"]["ErrorLevel"];
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrences: number;
        };
        /** @description An error: all occurrences of the same failure in a project. What each occurrence changes (how often, how many people, since when) is not part of it, so that its ETag stays true; lists return it in `counts`. */
        ErrorGroup: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description What the occurrences have in common; unique in the project. */
            fingerprint: string;
            /** @description The type of the failure, such as the name of its class. */
            type: string | null;
            /** @description What people read; taken from the first report. */
            title: string;
            /** @description The message of the first report. */
            message: string | null;
            /** @description The function, and its file, that failed. */
            culprit: string | null;
            level: components["schemas"]["ErrorLevel"];
            /** @description The language or runtime, `node` for example. */
            platform: string | null;
            status: components["schemas"]["ErrorStatus"];
            /**
             * Format: uuid
             * @description Who looks after it; null while nobody does.
             */
            assignee_id: string | null;
            /**
             * Format: uuid
             * @description The task that was made of it; null without one.
             */
            task_id: string | null;
            /** @description The release of the first report. */
            first_release: string | null;
            /**
             * Format: date-time
             * @description When it was resolved; null unless it is resolved.
             */
            resolved_at: string | null;
            /** @description The release that has the correction. Occurrences of releases that were seen before it do not reopen the error. */
            resolved_in_release: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What the occurrences of an error have changed so far. */
        ErrorGroupCounts: {
            error_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description How often it has occurred.
             */
            occurrence_count: number;
            /**
             * Format: int64
             * @description How many people have met it, of those whom reports name.
             */
            user_count: number;
            first_seen_at: components["schemas"]["Timestamp"];
            last_seen_at: components["schemas"]["Timestamp"];
            /** @description The last release that a report named. */
            last_release: string | null;
        };
        /** @description A page of errors. */
        ErrorGroupPage: {
            /** @description The errors, in the requested order. */
            data: components["schemas"]["ErrorGroup"][];
            /** @description The counts of each error, in the same order. */
            counts: components["schemas"]["ErrorGroupCounts"][];
            page: components["schemas"]["Page"];
        };
        /** @description One interval of a range. */
        ErrorInterval: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrence_count: number;
            /**
             * Format: int64
             * @description How many errors occurred for the first time.
             */
            new_count: number;
        };
        /**
         * @description How bad it is; `fatal` ended the program. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ErrorLevel: "fatal" | "error" | "warning" | "info" | "debug";
        /** @description Errors of one level. */
        ErrorLevelCount: {
            level: components["schemas"]["ErrorLevel"];
            /**
             * Format: int64
             * @description How many errors.
             */
            error_count: number;
            /**
             * Format: int64
             * @description How often they occurred.
             */
            occurrence_count: number;
        };
        /** @description One occurrence of an error, as it was reported, without secrets. */
        ErrorOccurrence: {
            /**
             * Format: uuid
             * @description Its id, unique in the project.
             */
            id: string;
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            error_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description Its number among the occurrences of the error, in the order in which they were received.
             */
            number: number;
            occurred_at: components["schemas"]["Timestamp"];
            received_at: components["schemas"]["Timestamp"];
            level: components["schemas"]["ErrorLevel"];
            /** @description The type of the failure. */
            type: string | null;
            /** @description Its message. */
            message: string | null;
            /** @description The language or runtime. */
            platform: string | null;
            /** @description The release of the program. */
            release: string | null;
            /** @description Where it ran. */
            environment: string | null;
            /** @description The machine. */
            server_name: string | null;
            /** @description The calls of the stack trace, innermost first. Those of minified code are those of its source, if the release has a source map. */
            frames: components["schemas"]["StackFrame"][];
            /** @description The failures that led to this one, the immediate one first. */
            causes: components["schemas"]["ErrorCause"][];
            /** @description A stack trace that could not be read; null if `frames` shows it. */
            stack_trace: string | null;
            tags: components["schemas"]["ErrorTagValues"];
            /** @description Who met the error; null if the report names nobody. */
            user: components["schemas"]["ErrorPerson"] | null;
            /** @description The request that the program was serving; null if the report has none. */
            request: components["schemas"]["ErrorRequest"] | null;
            /** @description What happened before, oldest first. */
            breadcrumbs: components["schemas"]["ErrorBreadcrumb"][];
            context: components["schemas"]["ErrorContext"];
        };
        /** @description A page of occurrences. */
        ErrorOccurrencePage: {
            /** @description The occurrences, in the requested order. */
            data: components["schemas"]["ErrorOccurrence"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -occurred_at
         * @example occurred_at
         * @enum {string}
         */
        ErrorOccurrenceSort: "occurred_at" | "-occurred_at";
        /** @description Errors. */
        ErrorOverview: {
            occurrences: components["schemas"]["AnalyticsFigure"];
            created: components["schemas"]["AnalyticsFigure"];
            regressed: components["schemas"]["AnalyticsFigure"];
            resolved: components["schemas"]["AnalyticsFigure"];
        };
        /** @description Who met the error. */
        ErrorPerson: {
            /** @description Their id in the reporting program. */
            id: string | null;
            /** @description Their e-mail address. */
            email: string | null;
            /** @description Their name. */
            name: string | null;
            /** @description Their network address. */
            address: string | null;
        };
        /** @description New errors of one release. */
        ErrorReleaseCount: {
            /** @description The release; null for reports that name none. */
            release: string | null;
            /**
             * Format: int64
             * @description How many errors occurred for the first time.
             */
            new_count: number;
        };
        /** @description One occurrence of a failure, as a program reports it. Passwords, tokens, cookies, card numbers and other secrets in `tags`, `request`, `breadcrumbs` and `context` are masked before they are stored. */
        ErrorReport: {
            /**
             * Format: uuid
             * @description The id of the occurrence, chosen by the reporter; a new one by default. A report whose id the project has received within the last 7 days is not counted again.
             */
            id?: string | undefined;
            /** @description When it happened; the time of the request by default. A later time counts as the time of the request. */
            occurred_at?: components["schemas"]["Instant"] | undefined;
            level?: components["schemas"]["ErrorLevel"] | undefined;
            /** @description The type of the failure, such as the name of its class. */
            type?: string | undefined;
            /** @description Its message. */
            message?: string | undefined;
            /** @description The language or runtime, `node` for example. */
            platform?: string | undefined;
            /** @description The stack trace as the program prints it (Node, browsers, Python, Java, Go). Where `type`, `message`, `frames` and `causes` are absent, they are read from it. */
            stack_trace?: string | undefined;
            /** @description The calls of the stack trace, innermost first. */
            frames?: components["schemas"]["ReportedFrame"][] | undefined;
            /** @description The failures that led to this one, the immediate one first. */
            causes?: components["schemas"]["ReportedCause"][] | undefined;
            /** @description Replaces the fingerprint that is made of type, message and stack trace. An entry `{{ default }}` stands for that one. */
            fingerprint?: string[] | undefined;
            /** @description The release of the program, `shop@2.4.0` for example. */
            release?: string | undefined;
            /** @description Where it runs, `production` for example. */
            environment?: string | undefined;
            /** @description The machine. */
            server_name?: string | undefined;
            /** @description What lists can be filtered by. An error keeps the first 100 values of each name. */
            tags?: {
                [key: string]: string;
            } | undefined;
            user?: components["schemas"]["ReportedPerson"] | undefined;
            request?: components["schemas"]["ReportedRequest"] | undefined;
            /** @description What happened before, oldest first. */
            breadcrumbs?: components["schemas"]["ReportedBreadcrumb"][] | undefined;
            /** @description Further values of the reporter's own. */
            context?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description Reports of one project. */
        ErrorReportBatch: {
            project_id: components["schemas"]["Id"];
            /** @description The reports. */
            reports: components["schemas"]["ErrorReport"][];
        };
        /**
         * @description `created`: the first occurrence of a new error. `counted`: one more of a known error. `duplicate`: its id was received before, and nothing was changed. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ErrorReportOutcome: "created" | "counted" | "duplicate";
        /** @description What became of each report, in the order of the request. */
        ErrorReportReceipt: {
            /** @description One result for each report. */
            results: components["schemas"]["ErrorReportResult"][];
        };
        /** @description What became of one report. */
        ErrorReportResult: {
            /** @description The report's place in the request. */
            index: number;
            /**
             * Format: uuid
             * @description The id of the occurrence.
             */
            id: string;
            /**
             * Format: uuid
             * @description The error that it belongs to.
             */
            error_id: string;
            outcome: components["schemas"]["ErrorReportOutcome"];
            /** @description Whether it reopened the error, which had been resolved. */
            is_regression: boolean;
        };
        /** @description The request that the failing program was serving. */
        ErrorRequest: {
            /** @description The method. */
            method: string | null;
            /** @description The URL. Values of secret parameters are masked. */
            url: string | null;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -last_seen_at
         * @example -occurrence_count
         * @enum {string}
         */
        ErrorSort: "last_seen_at" | "-last_seen_at" | "first_seen_at" | "-first_seen_at" | "occurrence_count" | "-occurrence_count" | "created_at" | "-created_at";
        /** @description Counts of a range of time. */
        ErrorStats: {
            from: components["schemas"]["Timestamp"];
            to: components["schemas"]["Timestamp"];
            interval: components["schemas"]["TimeInterval"];
            time_zone: components["schemas"]["TimeZone"];
            /**
             * Format: int64
             * @description How often errors occurred.
             */
            occurrence_count: number;
            /**
             * Format: int64
             * @description How many errors occurred.
             */
            error_count: number;
            /**
             * Format: int64
             * @description How many occurred for the first time.
             */
            new_count: number;
            /** @description The counts of the error that `error_id` names; null without it, or if the caller cannot see the error. */
            counts: components["schemas"]["ErrorGroupCounts"] | null;
            /** @description By their status now, the most frequent first. */
            by_status: components["schemas"]["ErrorStatusCount"][];
            /** @description By their level, the most frequent first. */
            by_level: components["schemas"]["ErrorLevelCount"][];
            /** @description By environment, the most frequent first; at most 20. */
            by_environment: components["schemas"]["ErrorEnvironmentCount"][];
            /** @description New errors by the release of their first report, the most frequent first; at most 20. */
            by_first_release: components["schemas"]["ErrorReleaseCount"][];
            /** @description The errors that occurred most often, the most frequent first. */
            top: components["schemas"]["ErrorTopCount"][];
            /** @description The intervals of the range, in the order of time. */
            series: components["schemas"]["ErrorInterval"][];
        };
        /**
         * @description The state of an error. `regressed` is set when a resolved error occurs again; like `open`, it asks for somebody's attention. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ErrorStatus: "open" | "regressed" | "resolved" | "ignored";
        /** @description Errors of one status. */
        ErrorStatusCount: {
            status: components["schemas"]["ErrorStatus"];
            /**
             * Format: int64
             * @description How many errors.
             */
            error_count: number;
            /**
             * Format: int64
             * @description How often they occurred.
             */
            occurrence_count: number;
        };
        /** @description What lists can be filtered by. */
        ErrorTagValues: {
            [key: string]: string;
        };
        /** @description What the task of an error has; absent fields are taken from the error. */
        ErrorTaskCreate: {
            /** @description What is to be done; the title of the error by default. */
            title?: string | undefined;
            /** @description By default `urgent` for a fatal error, `high` for an error, and `medium` for others. */
            priority?: components["schemas"]["TaskPriority"] | undefined;
            /**
             * Format: uuid
             * @description The user who works on the task; the assignee of the error by default.
             */
            assignee_id?: (string | null) | undefined;
        };
        /** @description How often one error occurred. */
        ErrorTopCount: {
            error_id: components["schemas"]["Id"];
            /** @description The title of the error. */
            title: string;
            /**
             * Format: int64
             * @description How often it occurred.
             */
            occurrence_count: number;
        };
        /** @description The fields to change; absent fields keep their value. */
        ErrorUpdate: {
            status?: components["schemas"]["ErrorDecision"] | undefined;
            /**
             * Format: uuid
             * @description The user who looks after the error; must be able to see the project (409 `assignee_not_in_project`). Null unassigns the error.
             */
            assignee_id?: (string | null) | undefined;
            /** @description The release that has the correction; for an error that is resolved, or is resolved by this change (409 `error_not_resolved`). Null if every further occurrence reopens the error. */
            resolved_in_release?: (string | null) | undefined;
            /** @description What people read. */
            title?: string | undefined;
        };
        /** @description A reported event. It is never changed. */
        Event: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The project; null for the whole organization.
             */
            project_id: string | null;
            /**
             * Format: uuid
             * @description The member whom it is about; null for nobody and for a deleted user.
             */
            user_id: string | null;
            /** @description The reporter's `id`, unique within the source; made by the server if the reporter sent none. */
            external_id: string;
            /** @description Where it comes from. */
            source: string;
            type: components["schemas"]["EventType"];
            /** @description What it is about. */
            subject: string | null;
            /** @description When it happened, as the reporter says. */
            time: components["schemas"]["Timestamp"];
            /** @description The media type of the data; null means JSON. */
            datacontenttype: string | null;
            /** @description The schema of the data. */
            dataschema: string | null;
            data: components["schemas"]["EventData"];
            /** @description The data as Base64 if it was sent so; else null. */
            data_base64: string | null;
            extensions: components["schemas"]["EventExtensions"];
            /** @description When it was recorded. */
            recorded_at: components["schemas"]["Timestamp"];
        };
        /** @description Which events were reported. */
        EventAnalytics: {
            period: components["schemas"]["AnalyticsPeriod"];
            /**
             * Format: uuid
             * @description The project that the figures are limited to.
             */
            project_id: string | null;
            /**
             * Format: int64
             * @description Events that happened in the range.
             */
            events: number;
            /**
             * Format: int64
             * @description How many types they have.
             */
            types: number;
            /**
             * Format: int64
             * @description How many sources they have.
             */
            sources: number;
            /** @description The intervals of the range. */
            series: components["schemas"]["EventFiguresBucket"][];
            /** @description The most frequent come first. */
            by_type: components["schemas"]["EventFiguresByType"][];
            /** @description The most frequent come first. */
            by_source: components["schemas"]["EventFiguresBySource"][];
        };
        /** @description Events to record. */
        EventBatch: {
            /** @description The events, each taken or refused by itself. */
            events: components["schemas"]["EventInput"][];
        };
        /** @description The data of an event, of any media type. */
        EventBytes: string;
        /** @description What the event says, any JSON value. */
        EventData: unknown;
        /** @description Extension attributes of CloudEvents, by name. A name has lower-case letters and digits only; a value is a text, a boolean or a 32-bit integer. */
        EventExtensions: {
            [key: string]: string | boolean | number;
        };
        /** @description An interval of the range. */
        EventFiguresBucket: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Events that happened.
             */
            events: number;
        };
        /** @description The events of one source. */
        EventFiguresBySource: {
            /** @description Where they happened. */
            source: string;
            /**
             * Format: int64
             * @description How many there were.
             */
            events: number;
        };
        /** @description The events of one type. */
        EventFiguresByType: {
            type: components["schemas"]["EventType"];
            /**
             * Format: int64
             * @description How many there were.
             */
            events: number;
        };
        /** @description An event to record, with the attributes of CloudEvents 1.0. At most one of `data` and `data_base64` may be present. */
        EventInput: {
            /** @description The reporter's own id of the event, unique within `source`. An event with the same source and id is stored once, however often it is sent. Without an id, each event is a new one. */
            id?: string | undefined;
            /**
             * Format: uri-reference
             * @description Where the event comes from, a URI reference chosen by the reporter.
             */
            source: string;
            type: components["schemas"]["EventType"];
            /** @description What the event is about, within its source. */
            subject?: string | undefined;
            /** @description When it happened; the time of the request if absent. It may be at most one day ahead. */
            time?: components["schemas"]["Instant"] | undefined;
            /** @description The media type of the data; JSON if absent. */
            datacontenttype?: string | undefined;
            /**
             * Format: uri
             * @description The schema of the data.
             */
            dataschema?: string | undefined;
            data?: components["schemas"]["EventData"] | undefined;
            /** @description The data as Base64, if it is not JSON. */
            data_base64?: string | undefined;
            extensions?: components["schemas"]["EventExtensions"] | undefined;
            /**
             * Format: uuid
             * @description The project that it belongs to; the whole organization if absent.
             */
            project_id?: string | undefined;
            /**
             * Format: uuid
             * @description A member of the organization whom it is about, or who did it.
             */
            user_id?: string | undefined;
        };
        /**
         * @description What became of an event: `created` is stored now, `duplicate` was stored before, `refused` is not stored. Clients must accept further values in what they receive.
         * @enum {string}
         */
        EventOutcome: "created" | "duplicate" | "refused";
        /** @description Events. */
        EventOverview: {
            events: components["schemas"]["AnalyticsFigure"];
        };
        /** @description A page of events. */
        EventPage: {
            /** @description The events, in the requested order. */
            data: components["schemas"]["Event"][];
            page: components["schemas"]["Page"];
        };
        /** @description A project with events, and how many it has. */
        EventProjectRow: {
            /**
             * Format: uuid
             * @description The project; null for events of the whole organization.
             */
            project_id: string | null;
            /**
             * Format: int64
             * @description How many events there are.
             */
            count: number;
            /** @description When the first of them happened. */
            first_at: components["schemas"]["Timestamp"];
            /** @description When the last of them happened. */
            last_at: components["schemas"]["Timestamp"];
        };
        /** @description What became of each event, in the order of the request. */
        EventReceipt: {
            /** @description How many events are new. */
            created: number;
            /** @description How many were stored before. */
            duplicates: number;
            /** @description How many were refused. */
            refused: number;
            /** @description One result for each event. */
            results: components["schemas"]["EventResult"][];
        };
        /** @description What became of one event. */
        EventResult: {
            /** @description The event's place in the request. */
            index: number;
            outcome: components["schemas"]["EventOutcome"];
            /**
             * Format: uuid
             * @description The stored event, also of a duplicate; null for a refused one.
             */
            event_id: string | null;
            /** @description Why it was refused. */
            problem: components["schemas"]["Refusal"] | null;
        };
        /** @description How long an organization keeps reported events. */
        EventRetention: {
            /** @description For how many days after their recording events are kept. */
            days: number;
            version: components["schemas"]["Version"];
            /** @description When it was changed last; when the organization was founded, if never. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description How long reported events are to be kept. */
        EventRetentionReplacement: {
            /** @description For how many days after their recording. */
            days: number;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -time
         * @example -time
         * @enum {string}
         */
        EventSort: "time" | "-time" | "recorded_at" | "-recorded_at";
        /** @description A page of sources. */
        EventSourcePage: {
            /** @description The sources in alphabetical order. */
            data: components["schemas"]["EventSourceRow"][];
            page: components["schemas"]["Page"];
        };
        /** @description A source of events, and how often it occurs. */
        EventSourceRow: {
            /** @description The source. */
            source: string;
            /**
             * Format: int64
             * @description How many events there are.
             */
            count: number;
            /** @description When the first of them happened. */
            first_at: components["schemas"]["Timestamp"];
            /** @description When the last of them happened. */
            last_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default source
         * @example source
         * @enum {string}
         */
        EventSourceSort: "source" | "-source";
        /** @description Counts of events. */
        EventStats: {
            /** @description Where the range begins. */
            from: components["schemas"]["Timestamp"];
            /** @description Where the range ends. */
            to: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description All events of the range.
             */
            total: number;
            /** @description By type, the most frequent first. */
            by_type: components["schemas"]["EventTypeRow"][];
            /** @description By source, the most frequent first. */
            by_source: components["schemas"]["EventSourceRow"][];
            /** @description By project, the one with the most events first. */
            by_project: components["schemas"]["EventProjectRow"][];
        };
        /** @description Counts of events over time. */
        EventTimeline: {
            /** @description Where the range begins. */
            from: components["schemas"]["Timestamp"];
            /** @description Where the range ends. */
            to: components["schemas"]["Timestamp"];
            interval: components["schemas"]["TimeInterval"];
            time_zone: components["schemas"]["TimeZone"];
            /**
             * Format: int64
             * @description All events of the range.
             */
            total: number;
            /** @description The intervals, without a gap. */
            buckets: components["schemas"]["EventTimelineBucket"][];
        };
        /** @description An interval of a timeline. */
        EventTimelineBucket: {
            /** @description Where the interval begins. */
            starts_at: components["schemas"]["Timestamp"];
            /** @description Where it ends. */
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description How many events happened in it.
             */
            count: number;
        };
        /**
         * @description What happened, for example `deployment.finished`.
         * @example deployment.finished
         */
        EventType: string;
        /** @description A page of types. */
        EventTypePage: {
            /** @description The types in alphabetical order. */
            data: components["schemas"]["EventTypeRow"][];
            page: components["schemas"]["Page"];
        };
        /** @description A type of events, and how often it occurs. */
        EventTypeRow: {
            /** @description The type. */
            type: string;
            /**
             * Format: int64
             * @description How many events there are.
             */
            count: number;
            /** @description When the first of them happened. */
            first_at: components["schemas"]["Timestamp"];
            /** @description When the last of them happened. */
            last_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default type
         * @example type
         * @enum {string}
         */
        EventTypeSort: "type" | "-type";
        /** @description An archive of a repository's issues and pull requests. The job checks its records one by one and reports invalid ones without stopping the others. Members that are not named here are ignored. No object may have the member `__proto__`, at any depth. */
        GithubArchive: {
            /** @description Owner and name of the repository. */
            repo: string;
            /** @description The labels of the repository. */
            labels: {
                [key: string]: unknown;
            }[];
            /** @description The issues. */
            issues: {
                [key: string]: unknown;
            }[];
            /** @description The pull requests. */
            pulls: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description The state of the service as a whole. */
        Health: {
            status: components["schemas"]["HealthStatus"];
        };
        /** @description One measured value. */
        HealthFact: {
            /** @description The name of the measurement, which ends with its unit. */
            name: string;
            /** @description The value. */
            value: number;
        };
        /**
         * @description Whether something works, works in part, or does not work. Clients must accept further values in what they receive.
         * @enum {string}
         */
        HealthStatus: "healthy" | "degraded" | "unhealthy";
        /**
         * Format: uuid
         * @description A UUID. Requests may use either case; responses use lower case. The server generates version 7.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         */
        Id: string;
        /** @description An import into a project. A job on the server runs it and continues after a restart. */
        Import: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            source: components["schemas"]["ImportSource"];
            status: components["schemas"]["ImportStatus"];
            /** @description Records read so far: a label, a task with its comments, a row. */
            records_done: number;
            /** @description All records of the upload; null until they have been counted. */
            records_total: number | null;
            counts: components["schemas"]["ImportCounts"];
            /** @description The refused records and parts, with the reason; at most the first thousand. */
            refused: components["schemas"]["ImportRefusal"][];
            /** @description Why the whole import failed; null unless it did. */
            failure: string | null;
            /**
             * Format: uuid
             * @description Who started it; null for a deleted user.
             */
            created_by_id: string | null;
            /**
             * Format: date-time
             * @description When the job began.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When the job ended.
             */
            finished_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description How many records of one kind were created, already present, or refused. */
        ImportCount: {
            /** @description Records that the import created. */
            created: number;
            /** @description Records that an earlier import created. */
            unchanged: number;
            /** @description Records that were not imported. */
            refused: number;
        };
        /** @description The results of the import, by kind of record. */
        ImportCounts: {
            labels: components["schemas"]["ImportCount"];
            milestones: components["schemas"]["ImportCount"];
            tasks: components["schemas"]["ImportCount"];
            issues: components["schemas"]["ImportCount"];
            pull_requests: components["schemas"]["ImportCount"];
            comments: components["schemas"]["ImportCount"];
            reviews: components["schemas"]["ImportCount"];
            review_comments: components["schemas"]["ImportCount"];
            dependencies: components["schemas"]["ImportCount"];
        };
        /** @description An import has ended; `data` holds the result. */
        ImportEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "import.completed" | "import.failed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Import"];
        };
        /** @description A page of imports. */
        ImportPage: {
            /** @description The imports, in the requested order. */
            data: components["schemas"]["Import"][];
            page: components["schemas"]["Page"];
        };
        /** @description One reason why a record, or a part of one, was not imported. A record with several errors has several entries. */
        ImportRefusal: {
            /** @description The place in the upload: a JSON pointer in an archive; in CSV and NDJSON the number of the record, from 1, not counting the header and empty lines; `header` for the first line of CSV. */
            record: string;
            /** @description The line on which the record begins, from 1; null in an archive. */
            line: number | null;
            /** @description Why it was not imported, for people. */
            reason: string;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        ImportSort: "created_at" | "-created_at";
        /**
         * @description The format of the upload; `github_archive` is the JSON archive of issues and pull requests that IETF repositories publish, `csv` and `ndjson` are what exportProject returns. Clients must accept further values in what they receive.
         * @example github_archive
         * @enum {string}
         */
        ImportSource: "github_archive" | "csv" | "ndjson";
        /**
         * @description The state of the job. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ImportStatus: "queued" | "running" | "completed" | "failed" | "cancelled";
        /** @description A part of Architect that fails, or failed. */
        Incident: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["IncidentKind"];
            /** @description The part that fails: the name of a job, an operation, an event, or a server that Architect uses. */
            service: string;
            /** @description What fails, as a sentence. */
            title: string;
            /** @description The message of the most recent failure; null if it has none. */
            message: string | null;
            status: components["schemas"]["IncidentStatus"];
            /**
             * Format: int64
             * @description How many failures.
             */
            occurrence_count: number;
            /**
             * Format: uuid
             * @description The most recent group of failures in the installation's own error log; null if the failures could not be reported there.
             */
            error_id: string | null;
            opened_at: components["schemas"]["Timestamp"];
            last_seen_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description When the part worked again; null while the incident is open.
             */
            closed_at: string | null;
            /** @description How often operators were told by mail. */
            escalation_count: number;
            /**
             * Format: date-time
             * @description When operators were last told by mail; null if they were not.
             */
            escalated_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description An incident has opened or closed; `data` holds the incident. */
        IncidentEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "incident.opened" | "incident.closed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Incident"];
        };
        /**
         * @description What fails. `job`: a job fails again and again, or for the last time. `outbox`: an event or a job could not be handed over. `mail`: a mail could not be delivered. `contract`: responses would have broken this document. `request`: an operation returned 500. `dependency`: a server that Architect uses does not respond. `worker`: a process that runs jobs was lost. `background`: work beside the requests. `process`: a process ended because of an error. Clients must accept further values in what they receive.
         * @enum {string}
         */
        IncidentKind: "job" | "outbox" | "mail" | "contract" | "request" | "dependency" | "worker" | "background" | "process";
        /**
         * @description What fails.
         * @example mail
         * @enum {string}
         */
        IncidentKindFilter: "job" | "outbox" | "mail" | "contract" | "request" | "dependency" | "worker" | "background" | "process";
        /** @description A page of incidents. */
        IncidentPage: {
            /** @description The incidents, in the requested order. */
            data: components["schemas"]["Incident"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -opened_at
         * @example -opened_at
         * @enum {string}
         */
        IncidentSort: "opened_at" | "-opened_at" | "last_seen_at" | "-last_seen_at";
        /**
         * @description Whether the part still fails. Clients must accept further values in what they receive.
         * @enum {string}
         */
        IncidentStatus: "open" | "closed";
        /**
         * @description Whether the part still fails.
         * @example open
         * @enum {string}
         */
        IncidentStatusFilter: "open" | "closed";
        /**
         * @description A status in which a task can begin.
         * @default todo
         * @enum {string}
         */
        InitialTaskStatus: "backlog" | "todo";
        /**
         * Format: date-time
         * @description A time in a request, RFC 3339 with any offset and up to nine decimals, from 1900 to 2999. Decimals after the sixth are cut off.
         * @example 2026-11-02T09:30:00Z
         */
        Instant: string;
        /** @description An invitation to join an organization, sent to an address. */
        Invitation: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            /**
             * Format: idn-email
             * @description The invited address.
             */
            email: string;
            role: components["schemas"]["OrganizationRole"];
            status: components["schemas"]["InvitationStatus"];
            /**
             * Format: uuid
             * @description Who sent the invitation; null if that account was deleted.
             */
            invited_by_id: string | null;
            expires_at: components["schemas"]["Timestamp"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The token that proves that the invitation reached its address. */
        InvitationAcceptance: {
            /** @description The token from the mail. */
            token: string;
        };
        /** @description The address to invite, and the role. */
        InvitationCreate: {
            email: components["schemas"]["EmailAddress"];
            /**
             * @description The role to join with.
             * @default member
             */
            role?: components["schemas"]["OrganizationRole"] | undefined;
        };
        /** @description An event of an invitation. `data` is the invitation after the change. */
        InvitationEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "invitation.created" | "invitation.accepted" | "invitation.revoked";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Invitation"];
        };
        /** @description A page of invitations. */
        InvitationPage: {
            /** @description The invitations, in the requested order. */
            data: components["schemas"]["Invitation"][];
            page: components["schemas"]["Page"];
        };
        /** @description What an invitation offers, as shown to whoever has its token. */
        InvitationPreview: {
            /** @description The name of the organization. */
            organization_name: string;
            /** @description The name of the user who sent the invitation. */
            inviter_name: string;
            role: components["schemas"]["OrganizationRole"];
            /**
             * Format: idn-email
             * @description The invited address. Only the account of this address can accept the invitation.
             */
            email: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        InvitationSort: "created_at" | "-created_at" | "email" | "-email";
        /**
         * @description The state of the invitation. Clients must accept further values in what they receive.
         * @enum {string}
         */
        InvitationStatus: "pending" | "accepted" | "revoked" | "expired";
        /** @description A label of a project, which its tasks can have. */
        Label: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The name; unique in the project, regardless of case. */
            name: string;
            color: components["schemas"]["LabelColor"];
            /** @description When to use it. */
            description: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The colour, as red, green and blue in lower-case hexadecimal.
         * @example #d73a4a
         */
        LabelColor: string;
        /** @description The fields of a new label. */
        LabelCreate: {
            /** @description The name; unique in the project, regardless of case. */
            name: string;
            /**
             * @description The colour, as red, green and blue in lower-case hexadecimal.
             * @default #8b949e
             */
            color?: string | undefined;
            /** @description When to use it. */
            description?: (string | null) | undefined;
        };
        /** @description An event of a label. `data` is the label after the change, or before its deletion. */
        LabelEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "label.created" | "label.updated" | "label.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Label"];
        };
        /** @description A page of labels. */
        LabelPage: {
            /** @description The labels, in the requested order. */
            data: components["schemas"]["Label"][];
            page: components["schemas"]["Page"];
        };
        /** @description A label of an export. */
        LabelRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "label";
            /** @description The name; unique in the project, regardless of case. */
            name: string;
            color: components["schemas"]["LabelColor"];
            /** @description When to use it. */
            description: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default name
         * @example name
         * @enum {string}
         */
        LabelSort: "name" | "-name" | "created_at" | "-created_at";
        /** @description The fields to change; absent fields keep their value. */
        LabelUpdate: {
            /** @description The name; unique in the project, regardless of case. */
            name?: string | undefined;
            color?: components["schemas"]["LabelColor"] | undefined;
            /** @description When to use it; null removes it. */
            description?: (string | null) | undefined;
        };
        /** @description The process responds. */
        Liveness: {
            /** @description Always true in a response. */
            alive: boolean;
        };
        /** @description A session, or the challenge of the second factor; `kind` says which. */
        LogInOutcome: components["schemas"]["SessionStart"] | components["schemas"]["MfaChallenge"];
        /** @description The fields to change; absent fields keep their value. */
        MeUpdate: {
            name?: components["schemas"]["UserName"] | undefined;
            /**
             * Format: uuid
             * @description The organization in which sessions act by default; the user must be a member of it.
             */
            home_organization_id?: string | undefined;
        };
        /** @description A user's membership in an organization. */
        Member: {
            organization_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description The user's name. */
            name: string;
            /**
             * Format: idn-email
             * @description The user's address.
             */
            email: string;
            role: components["schemas"]["OrganizationRole"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description An event of a membership. `data` is the member after the change, or before the membership ended. */
        MemberEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "member.added" | "member.updated" | "member.removed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["MemberRecord"];
        };
        /** @description A page of members. */
        MemberPage: {
            /** @description The members, in the requested order. */
            data: components["schemas"]["Member"][];
            page: components["schemas"]["Page"];
        };
        /** @description A user's membership in an organization, or in one of its projects. */
        MemberRecord: {
            organization_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The project; null for the membership in the organization itself.
             */
            project_id: string | null;
            user_id: components["schemas"]["Id"];
            /** @description The user's name. */
            name: string;
            /**
             * Format: idn-email
             * @description The user's address.
             */
            email: string;
            /**
             * @description The role; lead, contributor and viewer are roles in a project. Clients must accept further values in what they receive.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "viewer" | "lead" | "contributor";
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default name
         * @example name
         * @enum {string}
         */
        MemberSort: "created_at" | "-created_at" | "name" | "-name";
        /** @description The new role. */
        MemberUpdate: {
            /** @description The new role. */
            role: components["schemas"]["OrganizationRole"];
        };
        /** @description The password was right; `completeMfaLogIn` takes the second factor. */
        MfaChallenge: {
            /**
             * @description Distinguishes a challenge from a session. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "mfa_challenge";
            /** @description The token that `completeMfaLogIn` takes together with the code. */
            challenge_token: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description The second step of a log-in. */
        MfaLogIn: {
            /** @description The token of the challenge. */
            challenge_token: string;
            /** @description Six digits from the authenticator, or a recovery code. */
            code: string;
        };
        /** @description A goal of a project, with the tasks that should be done by then. */
        Milestone: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The name; unique in the project, regardless of case. */
            name: string;
            /** @description What the milestone achieves. */
            description: string | null;
            /**
             * Format: date
             * @description The due date.
             */
            due_on: string | null;
            state: components["schemas"]["MilestoneState"];
            /**
             * Format: date-time
             * @description When the milestone was closed; null while it is open.
             */
            closed_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new milestone. */
        MilestoneCreate: {
            /** @description The name; unique in the project, regardless of case. */
            name: string;
            /** @description What the milestone achieves. */
            description?: (string | null) | undefined;
            /**
             * Format: date
             * @description The due date.
             */
            due_on?: (string | null) | undefined;
        };
        /** @description An event of a milestone. `data` is the milestone after the change, or before its deletion. */
        MilestoneEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "milestone.created" | "milestone.updated" | "milestone.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Milestone"];
        };
        /** @description A page of milestones. */
        MilestonePage: {
            /** @description The milestones, in the requested order. */
            data: components["schemas"]["Milestone"][];
            /** @description The progress of each milestone, in the same order. */
            progress: components["schemas"]["MilestoneProgress"][];
            page: components["schemas"]["Page"];
        };
        /** @description The progress of a milestone's tasks. It counts other rows, so it is not part of the milestone and its ETag. */
        MilestoneProgress: {
            milestone_id: components["schemas"]["Id"];
            /** @description All tasks in it. */
            total: number;
            /** @description Those neither done nor cancelled. */
            open: number;
            /** @description Those that are done. */
            done: number;
            /** @description Those that will not be done. */
            cancelled: number;
            /** @description The percentage of tasks that are done, not counting cancelled ones, rounded down; null if there are none. */
            completion: number | null;
        };
        /** @description A milestone of an export. */
        MilestoneRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "milestone";
            /** @description The name; unique in the project, regardless of case. */
            name: string;
            /** @description What the milestone achieves. */
            description: string | null;
            /**
             * Format: date
             * @description The due date.
             */
            due_on: string | null;
            state: components["schemas"]["MilestoneState"];
            /**
             * Format: date-time
             * @description When the milestone was closed; null while it is open.
             */
            closed_at: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default due_on
         * @example due_on
         * @enum {string}
         */
        MilestoneSort: "due_on" | "-due_on" | "name" | "-name" | "created_at" | "-created_at";
        /**
         * @description Whether the milestone is open or closed. Clients must accept further values in what they receive.
         * @example open
         * @enum {string}
         */
        MilestoneState: "open" | "closed";
        /** @description The fields to change; absent fields keep their value. */
        MilestoneUpdate: {
            /** @description The name; unique in the project, regardless of case. */
            name?: string | undefined;
            /** @description What the milestone achieves; null removes it. */
            description?: (string | null) | undefined;
            /**
             * Format: date
             * @description The due date; null removes it.
             */
            due_on?: (string | null) | undefined;
            /** @description `closed` closes the milestone, `open` opens it again. */
            state?: components["schemas"]["MilestoneState"] | undefined;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        MyInvitationSort: "created_at" | "-created_at";
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        MySessionSort: "created_at" | "-created_at";
        /** @description A query parameter or a member of the body that an API key sent. */
        NameUsage: {
            /** @description Its name. */
            name: string;
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            last_used_on: string;
        };
        /** @description What one API key used of one operation. */
        OperationUsage: {
            version: components["schemas"]["ContractVersion"];
            /** @description The operation. */
            operation_id: string;
            /** @description The organization of the key. */
            organization_id: components["schemas"]["Id"];
            /** @description The key. */
            api_key_id: components["schemas"]["Id"];
            /** @description The name of the key; null if it was deleted. */
            api_key_name: string | null;
            /**
             * Format: int64
             * @description The number of requests.
             */
            use_count: number;
            /** @description The query parameters that the key sent, by name. */
            query_parameters: components["schemas"]["NameUsage"][];
            /** @description The members of the body that the key sent, by name. */
            body_fields: components["schemas"]["NameUsage"][];
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            last_used_on: string;
        };
        /**
         * @description The API keys of the organization, or those of all organizations.
         * @default organization
         * @example organization
         * @enum {string}
         */
        OperationUsageKeys: "organization" | "all";
        /** @description A page of the use of operations by API keys. */
        OperationUsagePage: {
            /** @description The entries, in the requested order. */
            data: components["schemas"]["OperationUsage"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default operation_id
         * @example operation_id
         * @enum {string}
         */
        OperationUsageSort: "operation_id" | "-operation_id";
        /** @description A team with its members and projects. */
        Organization: {
            id: components["schemas"]["Id"];
            /** @description The name. */
            name: string;
            slug: components["schemas"]["OrganizationSlug"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new organization. */
        OrganizationCreate: {
            /** @description The name. */
            name: string;
            slug?: components["schemas"]["OrganizationSlug"] | undefined;
        };
        /** @description An event of an organization. `data` is the organization after the change. */
        OrganizationEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "organization.created" | "organization.updated" | "organization.deleted";
            timestamp: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The organization; null after its deletion, because its data is not kept.
             */
            organization_id: string | null;
            data: components["schemas"]["Organization"];
        };
        /** @description A page of organizations. */
        OrganizationPage: {
            /** @description The organizations, in the requested order. */
            data: components["schemas"]["Organization"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The role of a member, from most rights to fewest. Clients must accept further values in what they receive.
         * @enum {string}
         */
        OrganizationRole: "owner" | "admin" | "member" | "viewer";
        /**
         * @description Identifies the organization in URLs; unique in the installation.
         * @example meridian
         */
        OrganizationSlug: string;
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default name
         * @example name
         * @enum {string}
         */
        OrganizationSort: "created_at" | "-created_at" | "name" | "-name";
        /** @description The fields to change; absent fields keep their value. */
        OrganizationUpdate: {
            /** @description The name. */
            name?: string | undefined;
            slug?: components["schemas"]["OrganizationSlug"] | undefined;
        };
        /** @description The source of an imported record. */
        Origin: {
            /** @description The kind of import, `github_archive` for example. */
            source: string;
            /** @description The kind of record in the source: issue, pull_request, review and so on. */
            kind: string;
            /** @description The id in the source, by which a repeated import recognises the record. */
            external_id: string;
            /** @description The URL in the source; null if there is none. */
            url: string | null;
            /** @description The name of its author in the source. */
            author: string | null;
            /** @description The state in the source, in the source's words. */
            state: string | null;
            /** @description The names of its assignees in the source; empty if the source has none. */
            assignees: string[];
        };
        /** @description A figure, as a row of CSV. */
        OverviewRow: {
            /** @description What the figure is about. */
            area: string;
            /** @description Its name. */
            figure: string;
            /** @description In the range; null if there is nothing to measure. */
            value: number | null;
            /** @description In the range before it. */
            previous: number | null;
        };
        /** @description The place of a page in its collection. */
        Page: {
            /** @description The requested number of entries. */
            limit: number;
            /** @description Whether more entries follow. */
            has_more: boolean;
            /** @description What to send as `cursor` for the next page; null on the last one. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all matching entries; present only with `include_total=true`.
             */
            total?: number | undefined;
        };
        /** @description The current password and the new one. */
        PasswordChange: {
            /**
             * Format: password
             * @description The current password.
             */
            current_password: string;
            /**
             * Format: password
             * @description Any characters are allowed; length matters more than complexity.
             */
            new_password: string;
            /** @description Whether to end the user's API keys, too, in every organization. If false they continue, and the mail about the change lists them. */
            revoke_api_keys?: boolean | undefined;
        };
        /** @description The token from the mail and the new password. */
        PasswordReset: {
            /** @description The token from the mail. */
            token: string;
            /**
             * Format: password
             * @description Any characters are allowed; length matters more than complexity.
             */
            password: string;
            /** @description Whether to end the user's API keys, too, in every organization. If false they continue, and the mail about the reset lists them. */
            revoke_api_keys?: boolean | undefined;
        };
        /** @description Confirms that the request was accepted; it is the same whether or not the address is known. */
        PasswordResetReceipt: {
            /**
             * Format: idn-email
             * @description The address of the request.
             */
            email: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description How requests were served. */
        PerformanceAnalytics: {
            period: components["schemas"]["AnalyticsPeriod"];
            figures: components["schemas"]["RequestFigures"];
            series: components["schemas"]["RequestFiguresBucket"][];
            /** @description Those with the most requests come first. */
            by_operation: components["schemas"]["RequestFiguresByOperation"][];
            /** @description Those with the most requests come first. */
            by_credential: components["schemas"]["RequestFiguresByCredential"][];
        };
        /** @description An error, as RFC 9457 defines it, with a stable code. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The page that explains the problem.
             */
            type: string;
            /** @description The kind of problem; the same for every occurrence. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What happened this time. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path of the request.
             */
            instance: string;
            code: components["schemas"]["ProblemCode"];
            /** @description Identifies the request in the server's log. */
            request_id: string;
            /** @description With status 400, every violation of the contract; with 409, the refused operations of an atomic bulk request. */
            errors?: components["schemas"]["ProblemViolation"][] | undefined;
        };
        /**
         * @description The stable code of a problem, for programs to decide by. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ProblemCode: "validation_failed" | "unauthenticated" | "invalid_credentials" | "insufficient_scope" | "forbidden" | "session_required" | "reporting_key_missing" | "reporting_key_refused" | "csrf_failed" | "not_found" | "method_not_allowed" | "not_acceptable" | "value_out_of_range" | "range_empty" | "range_too_long" | "idempotency_key_reused" | "idempotency_in_progress" | "project_key_taken" | "project_archived" | "import_finished" | "import_source_mismatch" | "import_columns_refused" | "import_title_missing" | "label_name_taken" | "label_not_in_project" | "source_map_exists" | "source_map_invalid" | "milestone_name_taken" | "milestone_not_in_project" | "assignee_not_in_project" | "event_time_ahead" | "event_too_large" | "event_data_twice" | "event_user_unknown" | "invalid_transition" | "bulk_refused" | "task_blocked" | "error_not_resolved" | "error_has_task" | "dependency_cycle" | "task_already_completed" | "project_unknown" | "error_not_in_project" | "alert_threshold_fixed" | "organization_slug_taken" | "installation_managed" | "last_owner" | "already_member" | "invitation_pending" | "invitation_lapsed" | "invitation_quota_reached" | "invitation_not_yours" | "scope_not_grantable" | "expiry_in_past" | "expiry_not_grantable" | "email_taken" | "user_not_verified" | "password_rejected" | "fresh_session_required" | "mfa_required" | "mfa_code_invalid" | "mfa_challenge_invalid" | "mfa_code_wrong" | "mfa_not_enrolled" | "mfa_already_on" | "mfa_not_on" | "password_reused" | "password_wrong" | "home_organization_not_joined" | "token_invalid" | "key_not_yours" | "comment_not_yours" | "operation_retired" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "rate_limited" | "internal_error" | "contract_violated" | "not_implemented" | "service_unavailable" | "overloaded" | "malformed_request" | "request_timeout" | "header_too_large";
        /** @description One violation of the contract by a request. `pointer` is present for the body, `parameter` for other parts. */
        ProblemViolation: {
            /**
             * @description The part of the request. Clients must accept further values in what they receive.
             * @enum {string}
             */
            in: "path" | "query" | "header" | "cookie" | "body";
            /** @description A JSON pointer (RFC 6901) into the body. */
            pointer?: string | undefined;
            /** @description The name of the parameter. */
            parameter?: string | undefined;
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            detail: string;
        };
        /** @description A project of an organization, with its tasks. */
        Project: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            key: components["schemas"]["ProjectKey"];
            /** @description The name. */
            name: string;
            /** @description What it is about. */
            description: string | null;
            visibility: components["schemas"]["ProjectVisibility"];
            /**
             * Format: date-time
             * @description When the project became read-only; null if it is not archived.
             */
            archived_at: string | null;
            /**
             * Format: uuid
             * @description Who created it; null for a deleted user.
             */
            created_by_id: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new project. */
        ProjectCreate: {
            key: components["schemas"]["ProjectKey"];
            /** @description The name. */
            name: string;
            /** @description What it is about. */
            description?: (string | null) | undefined;
            /**
             * @description Who sees the project. The creator of a private one becomes its lead.
             * @default organization
             */
            visibility?: components["schemas"]["ProjectVisibility"] | undefined;
        };
        /** @description An event of a project. `data` is the project after the change, or before its deletion. */
        ProjectEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "project.created" | "project.updated" | "project.archived" | "project.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Project"];
        };
        /**
         * @description The prefix of the project's task keys (`CORE-42`); unique in the organization. It cannot be changed.
         * @example CORE
         */
        ProjectKey: string;
        /** @description A user's own role in a project. */
        ProjectMember: {
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description The user's name. */
            name: string;
            /**
             * Format: idn-email
             * @description The user's address.
             */
            email: string;
            role: components["schemas"]["ProjectRole"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of members. */
        ProjectMemberPage: {
            /** @description The members, in the requested order. */
            data: components["schemas"]["ProjectMember"][];
            page: components["schemas"]["Page"];
        };
        /** @description The role to give. */
        ProjectMemberSet: {
            /** @description The new role. */
            role: components["schemas"]["ProjectRole"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default name
         * @example name
         * @enum {string}
         */
        ProjectMemberSort: "created_at" | "-created_at" | "name" | "-name";
        /**
         * Format: int64
         * @description The number of the project in the paths that SDKs report to.
         * @example 42
         */
        ProjectNumber: number;
        /** @description A page of projects. */
        ProjectPage: {
            /** @description The projects, in the requested order. */
            data: components["schemas"]["Project"][];
            page: components["schemas"]["Page"];
        };
        /** @description One record of an export; `record` says of which kind. */
        ProjectRecord: components["schemas"]["LabelRecord"] | components["schemas"]["MilestoneRecord"] | components["schemas"]["TaskRecord"] | components["schemas"]["CommentRecord"] | components["schemas"]["DependencyRecord"];
        /**
         * @description A role in a project; each includes the rights of those after it. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ProjectRole: "lead" | "contributor" | "viewer";
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        ProjectSort: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "name" | "-name" | "key" | "-key";
        /** @description Counts of the tasks of a project, or of one of its milestones. */
        ProjectStats: {
            project_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The milestone that the counts are limited to; null if they are not.
             */
            milestone_id: string | null;
            /** @description All tasks. */
            total: number;
            /** @description Those neither done nor cancelled. */
            open: number;
            /** @description Those done or cancelled. */
            closed: number;
            /** @description Open ones whose due date is over (in UTC). */
            overdue: number;
            /** @description Open ones that nobody is assigned to. */
            unassigned: number;
            /** @description The percentage of tasks that are done, not counting cancelled ones, rounded down; null if there are none. */
            completion: number | null;
            by_status: components["schemas"]["TaskCountsByStatus"];
            by_type: components["schemas"]["TaskCountsByType"];
            by_priority: components["schemas"]["TaskCountsByPriority"];
            /**
             * Format: date-time
             * @description When one of these tasks was last created or changed; null if there are none.
             */
            last_activity_at: string | null;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -priority
         * @enum {string}
         */
        ProjectTaskSort: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "number" | "-number" | "priority" | "-priority" | "due_on" | "-due_on" | "title" | "-title";
        /** @description The fields to change; absent fields keep their value. */
        ProjectUpdate: {
            /** @description The name. */
            name?: string | undefined;
            /** @description What it is about; null removes it. */
            description?: (string | null) | undefined;
            /** @description Who sees the project. */
            visibility?: components["schemas"]["ProjectVisibility"] | undefined;
            /** @description True makes the project read-only; false restores it. */
            archived?: boolean | undefined;
        };
        /**
         * @description Who can see the project: the whole organization, or only its members. Clients must accept further values in what they receive.
         * @example organization
         * @enum {string}
         */
        ProjectVisibility: "organization" | "private";
        /**
         * @description The public key, 32 hexadecimal digits.
         * @example 5f1c9d3e8a7b46208c55fa1b2c3d0a10
         */
        PublicKey: string;
        /** @description The server is ready for requests. */
        Readiness: {
            /** @description Always true in a response of 200. */
            ready: boolean;
        };
        /** @description An invitation as the invited person sees it. */
        ReceivedInvitation: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            /** @description The name of the organization. */
            organization_name: string;
            /**
             * Format: idn-email
             * @description The invited address.
             */
            email: string;
            role: components["schemas"]["OrganizationRole"];
            status: components["schemas"]["InvitationStatus"];
            /**
             * Format: uuid
             * @description Who sent the invitation; null if that account was deleted.
             */
            invited_by_id: string | null;
            expires_at: components["schemas"]["Timestamp"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of invitations to the caller. */
        ReceivedInvitationPage: {
            /** @description The invitations, in the requested order. */
            data: components["schemas"]["ReceivedInvitation"][];
            page: components["schemas"]["Page"];
        };
        /** @description A stream of records; each record is validated by itself. */
        RecordStream: string;
        /** @description New recovery codes. */
        RecoveryCodes: {
            /** @description Codes that each replace the authenticator once. */
            recovery_codes: string[];
        };
        /** @description Why one part of a request was refused, with the fields of a problem document. */
        Refusal: {
            /**
             * Format: uri-reference
             * @description The page that explains the problem.
             */
            type: string;
            /** @description The kind of problem; the same for every occurrence. */
            title: string;
            /** @description The HTTP status of this problem as a response of its own. */
            status: number;
            /** @description What happened this time. */
            detail: string;
            code: components["schemas"]["ProblemCode"];
        };
        /** @description The fields of a new account. */
        Registration: {
            email: components["schemas"]["EmailAddress"];
            name: components["schemas"]["UserName"];
            /**
             * Format: password
             * @description Any characters are allowed; length matters more than complexity.
             */
            password: string;
        };
        /** @description Confirms that the registration was accepted; it is the same whether or not the address is known. */
        RegistrationReceipt: {
            /**
             * Format: idn-email
             * @description The address that the mail is sent to.
             */
            email: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A release of a team's program, and its health. */
        Release: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The name that programs report. */
            release: string;
            first_seen_at: components["schemas"]["Timestamp"];
            last_seen_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Sessions that began within the last 90 days.
             */
            session_count: number;
            /**
             * Format: int64
             * @description Those that ended without an error.
             */
            exited_count: number;
            /**
             * Format: int64
             * @description Those in which an error was reported, and nothing worse happened.
             */
            errored_count: number;
            /**
             * Format: int64
             * @description Those that ended without saying how.
             */
            abnormal_count: number;
            /**
             * Format: int64
             * @description Those that an error ended.
             */
            crashed_count: number;
            /** @description The share of sessions that did not crash; null without sessions. */
            crash_free_session_rate: number | null;
            /**
             * Format: int64
             * @description Errors that occurred for the first time in this release.
             */
            new_error_count: number;
            /**
             * Format: int64
             * @description How often errors occurred in this release.
             */
            occurrence_count: number;
        };
        /** @description A page of releases. */
        ReleasePage: {
            /** @description The releases, in the requested order. */
            data: components["schemas"]["Release"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -first_seen_at
         * @example first_seen_at
         * @enum {string}
         */
        ReleaseSort: "first_seen_at" | "-first_seen_at";
        /** @description What an SDK is told of its report. */
        ReportReceipt: {
            /** @description The id of the event, as the SDK sent it; null if it sent none. */
            id: string | null;
        };
        /** @description Something that happened before the failure. */
        ReportedBreadcrumb: {
            occurred_at?: components["schemas"]["Instant"] | undefined;
            /** @description The kind, `http` or `ui.click` for example. */
            category?: string | undefined;
            level?: components["schemas"]["ErrorLevel"] | undefined;
            /** @description What happened. */
            message?: string | undefined;
            /** @description Further values. Secret ones are masked. */
            data?: {
                [key: string]: unknown;
            } | undefined;
        };
        /** @description A failure that led to another. */
        ReportedCause: {
            /** @description The type of the failure. */
            type?: (string | null) | undefined;
            /** @description Its message. */
            message?: (string | null) | undefined;
            /** @description Its calls, innermost first. */
            frames?: components["schemas"]["ReportedFrame"][] | undefined;
        };
        /** @description One call of a stack trace. */
        ReportedFrame: {
            /** @description The path or URL of the source file. */
            file?: (string | null) | undefined;
            /** @description The function that was called. */
            function?: (string | null) | undefined;
            /** @description The module, package or class. */
            module?: (string | null) | undefined;
            /** @description The line, counted from 1. */
            line?: (number | null) | undefined;
            /** @description The column, counted from 1. */
            column?: (number | null) | undefined;
            /**
             * @description Whether the code is the team's own, not of a library or of the runtime.
             * @default true
             */
            in_app?: boolean | undefined;
        };
        /** @description Who met the error. People are told apart by `id`, or by `email`, or by `address` without both. */
        ReportedPerson: {
            /** @description Their id in the reporting program. */
            id?: string | undefined;
            /** @description Their e-mail address. */
            email?: string | undefined;
            /** @description Their name. */
            name?: string | undefined;
            /** @description Their network address. */
            address?: string | undefined;
        };
        /** @description The request that the failing program was serving. */
        ReportedRequest: {
            /** @description The method. */
            method?: string | undefined;
            /** @description The URL. Values of secret parameters are masked. */
            url?: string | undefined;
        };
        /** @description A key with which programs report errors to a project. Its public key is no secret. */
        ReportingKey: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            project_number: components["schemas"]["ProjectNumber"];
            /** @description Where the key is used. */
            name: string;
            public_key: components["schemas"]["PublicKey"];
            /**
             * Format: uri
             * @description The address that an SDK is configured with (its `dsn`). It contains the public key and the project number.
             */
            dsn: string;
            /** @description Whether reports with the key are taken. */
            is_active: boolean;
            /** @description How many envelopes are taken per minute; null if only the limit per address applies. */
            reports_per_minute: number | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new reporting key. */
        ReportingKeyCreate: {
            /** @description Where the key is used. */
            name: string;
            /** @description How many envelopes are taken per minute; null if only the limit per address applies. */
            reports_per_minute?: (number | null) | undefined;
        };
        /** @description A page of reporting keys. */
        ReportingKeyPage: {
            /** @description The reporting keys, in the requested order. */
            data: components["schemas"]["ReportingKey"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default name
         * @example name
         * @enum {string}
         */
        ReportingKeySort: "name" | "-name" | "created_at" | "-created_at";
        /** @description The fields to change; absent fields keep their value. */
        ReportingKeyUpdate: {
            /** @description Where the key is used. */
            name?: string | undefined;
            /** @description Whether reports with the key are taken. */
            is_active?: boolean | undefined;
            /** @description How many envelopes are taken per minute; null removes the limit. */
            reports_per_minute?: (number | null) | undefined;
        };
        /** @description How requests were served. Durations are null without requests. */
        RequestFigures: {
            /**
             * Format: int64
             * @description All requests.
             */
            requests: number;
            /**
             * Format: int64
             * @description Those with a 4xx status.
             */
            client_errors: number;
            /**
             * Format: int64
             * @description Those with a 5xx status.
             */
            server_errors: number;
            /** @description The share of server errors; null without requests. */
            error_rate: number | null;
            /** @description Half of the responses took this many milliseconds or less. */
            p50_ms: number | null;
            /** @description 95 of 100 took this long or less. */
            p95_ms: number | null;
            /** @description 99 of 100 took this long or less. */
            p99_ms: number | null;
            /** @description The arithmetic mean. */
            mean_ms: number | null;
        };
        /** @description An interval of the range. */
        RequestFiguresBucket: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            figures: components["schemas"]["RequestFigures"];
        };
        /** @description The figures of one API key, or of several credentials. */
        RequestFiguresByCredential: {
            kind: components["schemas"]["CredentialKind"];
            /**
             * Format: uuid
             * @description The API key, if it is one.
             */
            api_key_id: string | null;
            /** @description Its name; null if it was deleted. */
            api_key_name: string | null;
            figures: components["schemas"]["RequestFigures"];
        };
        /** @description The figures of one operation. */
        RequestFiguresByOperation: {
            version: components["schemas"]["ContractVersion"];
            /** @description The operation. */
            operation_id: string;
            figures: components["schemas"]["RequestFigures"];
        };
        /** @description An interval of the range, as a row of CSV. */
        RequestFiguresRow: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description All requests.
             */
            requests: number;
            /**
             * Format: int64
             * @description Those with a 4xx status.
             */
            client_errors: number;
            /**
             * Format: int64
             * @description Those with a 5xx status.
             */
            server_errors: number;
            /** @description The share of server errors; null without requests. */
            error_rate: number | null;
            /** @description Half of the responses took this many milliseconds or less. */
            p50_ms: number | null;
            /** @description 95 of 100 took this long or less. */
            p95_ms: number | null;
            /** @description 99 of 100 took this long or less. */
            p99_ms: number | null;
            /** @description The arithmetic mean. */
            mean_ms: number | null;
        };
        /** @description Requests of members and API keys. */
        RequestOverview: {
            requests: components["schemas"]["AnalyticsFigure"];
            server_errors: components["schemas"]["AnalyticsFigure"];
            p95_ms: components["schemas"]["AnalyticsFigure"];
        };
        /** @description A live session. */
        Session: {
            id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization in which the session was last used; null if none.
             */
            organization_id: string | null;
            /** @description The IP address of the log-in. */
            address: string;
            /** @description The `User-Agent` of the log-in. */
            user_agent: string | null;
            /** @description Why the session is unusual for its user; null if it is not suspicious. */
            suspicion: components["schemas"]["SessionSuspicion"] | null;
            /**
             * Format: date-time
             * @description When the session was marked as suspicious and its user got a mail; null if it is not suspicious.
             */
            suspected_at: string | null;
            /** @description Whether this request uses it. */
            is_current: boolean;
            created_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description The number of sessions that began with one kind of program. */
        SessionAgentCount: {
            /**
             * @description The kind of program, from its User-Agent; `other` if it sent none. Clients must accept further values in what they receive.
             * @enum {string}
             */
            agent: "chrome" | "edge" | "firefox" | "safari" | "program" | "other";
            /**
             * Format: int64
             * @description How many.
             */
            sessions: number;
        };
        /** @description The CSRF token of a session. */
        SessionCsrfToken: {
            /** @description The value that unsafe requests with the cookie send as `X-CSRF-Token`. */
            csrf_token: string;
        };
        /** @description How many sessions began on one day. */
        SessionDayCount: {
            /**
             * Format: date
             * @description The day, in UTC.
             */
            day: string;
            /**
             * Format: int64
             * @description How many.
             */
            sessions: number;
        };
        /** @description An event of a session: it began, ended, or is unusual for its user. */
        SessionEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "session.created" | "session.revoked" | "session.suspicious";
            timestamp: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The user's home organization; null if there is none.
             */
            organization_id: string | null;
            data: components["schemas"]["SessionFacts"];
        };
        /** @description A session, with what operators and subscribers may see of it. */
        SessionFacts: {
            id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization in which it was last used; null if none.
             */
            organization_id: string | null;
            /** @description The IP address of the log-in. */
            address: string;
            /** @description The `User-Agent` of the log-in. */
            user_agent: string | null;
            /** @description Why the session is unusual for its user; null if it is not suspicious. */
            suspicion: components["schemas"]["SessionSuspicion"] | null;
            /**
             * Format: date-time
             * @description When the session was marked as suspicious and its user got a mail; null if it is not suspicious.
             */
            suspected_at: string | null;
            created_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of sessions. */
        SessionPage: {
            /** @description The sessions, in the requested order. */
            data: components["schemas"]["Session"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        SessionSort: "created_at" | "-created_at" | "last_active_at" | "-last_active_at";
        /** @description A new session with its secrets, which are shown only once. */
        SessionStart: {
            /**
             * @description Distinguishes a session from a challenge. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "session";
            /** @description The bearer token of the session. */
            token: string;
            /** @description The value that unsafe requests with the cookie send as `X-CSRF-Token`. */
            csrf_token: string;
            session: components["schemas"]["Session"];
            user: components["schemas"]["User"];
        };
        /** @description Counts of the live sessions. */
        SessionStats: {
            /**
             * Format: int64
             * @description All live sessions.
             */
            active: number;
            /**
             * Format: int64
             * @description The number of users with a live session.
             */
            users: number;
            /**
             * Format: int64
             * @description Sessions that are unusual for their user.
             */
            suspicious: number;
            /** @description By the kind of program of the log-in, the largest number first. */
            by_agent: components["schemas"]["SessionAgentCount"][];
            /** @description By the day on which they began, the latest first. */
            by_day: components["schemas"]["SessionDayCount"][];
        };
        /**
         * @description Why a session is unusual for its user: it began with a program and in a network that are both new, or it was used from two networks within a minute, or from more than ten networks within an hour. Clients must accept further values in what they receive.
         * @enum {string}
         */
        SessionSuspicion: "new_place" | "two_networks" | "many_networks";
        /** @description What is known of an uploaded source map. */
        SourceMap: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The release, as errors name it. */
            release: string;
            /** @description The minified file. */
            file: string;
            /** @description How many original files the map refers to. */
            source_count: number;
            /** @description The size of what is stored, before compression. */
            map_bytes: number;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description A source map of version 3 (ECMA-426), as a bundler writes it. `sourceRoot` is used, other members are ignored. Maps with `sections` are not supported. No object may have the member `__proto__`, at any depth. */
        SourceMapDocument: {
            /** @description The version of the format. */
            version: number;
            /** @description The original files. Null for a source without a name. */
            sources: (string | null)[];
            /** @description The original names that mappings refer to. */
            names?: string[] | undefined;
            /** @description The mappings, in base64 VLQ. */
            mappings: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A page of source maps. */
        SourceMapPage: {
            /** @description The source maps, in the requested order. */
            data: components["schemas"]["SourceMap"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        SourceMapSort: "created_at" | "-created_at";
        /** @description A source map and the file that it belongs to. */
        SourceMapUpload: {
            /** @description The release, as errors name it. */
            release: string;
            /** @description The minified file: its URL, its path, or the end of its path. `assets/app.js` is the file of frames in `https://shop.example.org/assets/app.js` and in `/srv/shop/assets/app.js`. */
            file: string;
            map: components["schemas"]["SourceMapDocument"];
        };
        /** @description One call of a stack trace. */
        StackFrame: {
            /** @description The path or URL of the source file. */
            file: string | null;
            /** @description The function that was called. */
            function: string | null;
            /** @description The module, package or class. */
            module: string | null;
            /** @description The line, counted from 1. */
            line: number | null;
            /** @description The column, counted from 1. */
            column: number | null;
            /** @description Whether the code is the team's own, not of a library or of the runtime. */
            in_app: boolean;
        };
        /** @description One event as JSON. */
        StoredEvent: string;
        /** @description The operation to use instead. */
        Successor: {
            /** @description Its operationId in v2. */
            operation_id: string;
            /** @description Its method. */
            method: string;
            /** @description Its path, with its parameters in braces. */
            path: string;
        };
        /** @description A piece of work in a project. */
        Task: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description Its number in the project, which is never given out again. */
            number: number;
            /** @description The project's key and the task's number, as people write it. */
            key: string;
            /** @description What is to be done. */
            title: string;
            /** @description Details, as Markdown. */
            description: string | null;
            type: components["schemas"]["TaskType"];
            status: components["schemas"]["TaskStatus"];
            priority: components["schemas"]["TaskPriority"];
            /**
             * Format: uuid
             * @description Who works on it; null while nobody does.
             */
            assignee_id: string | null;
            /**
             * Format: date
             * @description The day on which it should be done.
             */
            due_on: string | null;
            /**
             * Format: uuid
             * @description The milestone it belongs to, of its project.
             */
            milestone_id: string | null;
            /** @description The labels of the task, by ascending id. */
            label_ids: components["schemas"]["Id"][];
            /**
             * Format: uuid
             * @description Who created it; null for a deleted user.
             */
            created_by_id: string | null;
            /**
             * Format: date-time
             * @description When the task was done; null unless it is done.
             */
            completed_at: string | null;
            /** @description The source; null for a record made here. */
            origin: components["schemas"]["Origin"] | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description How tasks were worked on. */
        TaskAnalytics: {
            period: components["schemas"]["AnalyticsPeriod"];
            /**
             * Format: uuid
             * @description The project that the figures are limited to.
             */
            project_id: string | null;
            /**
             * Format: uuid
             * @description The milestone that they are limited to.
             */
            milestone_id: string | null;
            /**
             * Format: int64
             * @description Tasks that were created in the range.
             */
            created: number;
            /**
             * Format: int64
             * @description Tasks that were done in the range.
             */
            done: number;
            /**
             * Format: int64
             * @description Tasks that were neither done nor cancelled at the end of the range.
             */
            open: number;
            cycle_time: components["schemas"]["DurationFigures"];
            lead_time: components["schemas"]["DurationFigures"];
            series: components["schemas"]["TaskFiguresBucket"][];
            by_type: components["schemas"]["TaskFiguresByType"][];
            by_priority: components["schemas"]["TaskFiguresByPriority"][];
            /** @description Those with the most tasks done, then open, come first. */
            by_assignee: components["schemas"]["TaskFiguresByAssignee"][];
        };
        /** @description Operations on tasks, run in the given order. */
        TaskBulk: {
            /**
             * @description If true, all operations are run, or none if one is refused.
             * @default false
             */
            atomic?: boolean | undefined;
            /** @description The operations; each sees the changes of those before it. */
            operations: components["schemas"]["TaskBulkOperation"][];
        };
        /** @description Adds a label to a task; nothing changes if the task has it already. */
        TaskBulkAddLabel: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "add_label";
            task_id: components["schemas"]["TaskReference"];
            /**
             * Format: uuid
             * @description A label of its project.
             */
            label_id: string;
            /** @description The version that the operation changes, like If-Match; a task of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description Creates a task, as createTask does. */
        TaskBulkCreate: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "create";
            /**
             * Format: uuid
             * @description The project.
             */
            project_id: string;
            task: components["schemas"]["TaskCreate"];
        };
        /** @description Deletes a task, as deleteTask does. */
        TaskBulkDelete: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "delete";
            task_id: components["schemas"]["TaskReference"];
            /** @description The version that the operation changes, like If-Match; a task of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description One operation; `action` says which. */
        TaskBulkOperation: components["schemas"]["TaskBulkCreate"] | components["schemas"]["TaskBulkUpdate"] | components["schemas"]["TaskBulkTransition"] | components["schemas"]["TaskBulkAddLabel"] | components["schemas"]["TaskBulkRemoveLabel"] | components["schemas"]["TaskBulkDelete"];
        /** @description Removes a label from a task; nothing changes if the task does not have it. */
        TaskBulkRemoveLabel: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "remove_label";
            task_id: components["schemas"]["TaskReference"];
            /**
             * Format: uuid
             * @description The label.
             */
            label_id: string;
            /** @description The version that the operation changes, like If-Match; a task of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description The result of each operation, in the order of the request. */
        TaskBulkReport: {
            /** @description How many operations were carried out. */
            succeeded: number;
            /** @description How many were refused. */
            failed: number;
            /** @description One result for each operation. */
            results: components["schemas"]["TaskBulkResult"][];
        };
        /** @description The result of one operation. Either `task` or `problem` is null; after a deletion both are. */
        TaskBulkResult: {
            /** @description The operation's place in the request. */
            index: number;
            /** @description The status that the single operation would have returned: 200, 201, 204, 403, 404, 409 or 412. */
            status: number;
            /**
             * Format: uuid
             * @description The task; null where none was created.
             */
            task_id: string | null;
            /** @description The task after the operation. */
            task: components["schemas"]["Task"] | null;
            /** @description Why the operation was refused. */
            problem: components["schemas"]["Refusal"] | null;
        };
        /** @description Moves a task to another status, as transitionTask does. */
        TaskBulkTransition: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "transition";
            task_id: components["schemas"]["TaskReference"];
            transition: components["schemas"]["TaskTransition"];
            /** @description The version that the operation changes, like If-Match; a task of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description Changes a task, as updateTask does. */
        TaskBulkUpdate: {
            /**
             * @description What is to be done. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "update";
            task_id: components["schemas"]["TaskReference"];
            changes: components["schemas"]["TaskUpdate"];
            /** @description The version that the operation changes, like If-Match; a task of another version is refused with 412. */
            version?: number | undefined;
        };
        /** @description One field that changed. Labels and dependencies make one change each: `from` is null if one was added, `to` is null if one was removed. A dependency on a task that the caller cannot see is left out. */
        TaskChange: {
            /**
             * @description The field that changed. Clients must accept further values in what they receive.
             * @enum {string}
             */
            field: "title" | "description" | "type" | "status" | "priority" | "assignee_id" | "due_on" | "milestone_id" | "label_id" | "blocking_task_id";
            /** @description The value before. */
            from: string | null;
            /** @description The value after. */
            to: string | null;
        };
        /** @description A task changed; `data` holds the task after the change, and the changes. */
        TaskChangeEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "task.updated" | "task.transitioned";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["TaskChangeRecord"];
        };
        /** @description A change of a task. */
        TaskChangeRecord: {
            task: components["schemas"]["Task"];
            /** @description The fields that changed. */
            changes: components["schemas"]["TaskChange"][];
            /** @description The comment of the transition; null for other changes. */
            comment: string | null;
        };
        /** @description How many tasks of each priority there are. */
        TaskCountsByPriority: {
            /** @description Without one. */
            none: number;
            /** @description Low. */
            low: number;
            /** @description Medium. */
            medium: number;
            /** @description High. */
            high: number;
            /** @description Urgent. */
            urgent: number;
        };
        /** @description How many tasks are in each status. */
        TaskCountsByStatus: {
            /** @description Not planned yet. */
            backlog: number;
            /** @description To be done. */
            todo: number;
            /** @description Being done. */
            in_progress: number;
            /** @description Being reviewed. */
            in_review: number;
            /** @description Done. */
            done: number;
            /** @description Cancelled. */
            cancelled: number;
        };
        /** @description How many tasks of each type there are. */
        TaskCountsByType: {
            /** @description Tasks of the type `task`. */
            task: number;
            /** @description Tasks of the type `bug`. */
            bug: number;
            /** @description Tasks of the type `feature`. */
            feature: number;
        };
        /** @description The fields of a new task. */
        TaskCreate: {
            /** @description What is to be done. */
            title: string;
            /** @description Details, as Markdown. */
            description?: (string | null) | undefined;
            /** @default task */
            type?: components["schemas"]["TaskType"] | undefined;
            status?: components["schemas"]["InitialTaskStatus"] | undefined;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"] | undefined;
            /**
             * Format: uuid
             * @description The user who works on the task; must be able to see the project (409 `assignee_not_in_project`).
             */
            assignee_id?: (string | null) | undefined;
            /**
             * Format: date
             * @description The day on which it should be done.
             */
            due_on?: (string | null) | undefined;
            /**
             * Format: uuid
             * @description A milestone of the project to put it in.
             */
            milestone_id?: (string | null) | undefined;
            /** @description The labels of the task, from its project. */
            label_ids?: components["schemas"]["Id"][] | undefined;
        };
        /** @description One task waits for another. */
        TaskDependency: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The task that waits.
             */
            task_id: string;
            /**
             * Format: uuid
             * @description The task that it waits for.
             */
            blocking_task_id: string;
            /**
             * Format: uuid
             * @description Who added it; null for a deleted user.
             */
            created_by_id: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A task waits, or no longer waits, for another. `data` is the dependency, before its removal if it was removed. */
        TaskDependencyEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "dependency.added" | "dependency.removed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["TaskDependency"];
        };
        /** @description A page of dependencies. */
        TaskDependencyPage: {
            /** @description The dependencies, in the requested order. */
            data: components["schemas"]["TaskDependency"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default created_at
         * @example created_at
         * @enum {string}
         */
        TaskDependencySort: "created_at" | "-created_at";
        /** @description A task was created or deleted. `data` is the task, before its deletion if it was deleted. */
        TaskEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "task.created" | "task.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Task"];
        };
        /** @description What happened to a part of the tasks. */
        TaskFigures: {
            /**
             * Format: int64
             * @description Tasks that were created in the range.
             */
            created: number;
            /**
             * Format: int64
             * @description Tasks that were done in the range.
             */
            done: number;
            /**
             * Format: int64
             * @description Tasks that are neither done nor cancelled at the time of the request.
             */
            open: number;
        };
        /** @description An interval of the range. */
        TaskFiguresBucket: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Tasks that were created.
             */
            created: number;
            /**
             * Format: int64
             * @description Tasks that were done.
             */
            done: number;
            cycle_time: components["schemas"]["DurationFigures"];
            lead_time: components["schemas"]["DurationFigures"];
            by_status: components["schemas"]["TaskCountsByStatus"];
            /**
             * Format: int64
             * @description Tasks that were neither done nor cancelled at the end of the interval.
             */
            open: number;
            /** @description Without a milestone that has a due date, null. Otherwise how many tasks would be open at the end of the interval if the work that was open at the beginning were done evenly until that date. */
            ideal_open: number | null;
        };
        /** @description The figures of the tasks of one user. */
        TaskFiguresByAssignee: {
            /**
             * Format: uuid
             * @description The user; null for tasks that nobody is assigned to.
             */
            assignee_id: string | null;
            figures: components["schemas"]["TaskFigures"];
        };
        /** @description The figures of tasks with one priority. */
        TaskFiguresByPriority: {
            priority: components["schemas"]["TaskPriority"];
            figures: components["schemas"]["TaskFigures"];
        };
        /** @description The figures of tasks with one type. */
        TaskFiguresByType: {
            type: components["schemas"]["TaskType"];
            figures: components["schemas"]["TaskFigures"];
        };
        /** @description An interval of the range, as a row of CSV. */
        TaskFiguresRow: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Tasks that were created.
             */
            created: number;
            /**
             * Format: int64
             * @description Tasks that were done.
             */
            done: number;
            /**
             * Format: int64
             * @description How many were measured.
             */
            cycle_time_count: number;
            /** @description Half of them took this long or less. */
            cycle_time_p50_seconds: number | null;
            /** @description 85 of 100 took this long or less. */
            cycle_time_p85_seconds: number | null;
            /** @description The arithmetic mean. */
            cycle_time_mean_seconds: number | null;
            /**
             * Format: int64
             * @description How many were measured.
             */
            lead_time_count: number;
            /** @description Half of them took this long or less. */
            lead_time_p50_seconds: number | null;
            /** @description 85 of 100 took this long or less. */
            lead_time_p85_seconds: number | null;
            /** @description The arithmetic mean. */
            lead_time_mean_seconds: number | null;
            /** @description Tasks in this status at the end of the interval. */
            by_status_backlog: number;
            /** @description Tasks in this status at the end of the interval. */
            by_status_todo: number;
            /** @description Tasks in this status at the end of the interval. */
            by_status_in_progress: number;
            /** @description Tasks in this status at the end of the interval. */
            by_status_in_review: number;
            /** @description Tasks in this status at the end of the interval. */
            by_status_done: number;
            /** @description Tasks in this status at the end of the interval. */
            by_status_cancelled: number;
            /**
             * Format: int64
             * @description Tasks that were neither done nor cancelled at the end of the interval.
             */
            open: number;
            /** @description Without a milestone that has a due date, null. Otherwise how many tasks would be open at the end of the interval if the work that was open at the beginning were done evenly until that date. */
            ideal_open: number | null;
        };
        /** @description The change that led to one version of a task. */
        TaskHistoryEntry: {
            id: components["schemas"]["Id"];
            task_id: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            /**
             * @description The kind of change. Clients must accept further values in what they receive.
             * @enum {string}
             */
            action: "created" | "updated" | "transitioned" | "imported";
            /**
             * Format: uuid
             * @description Who did it; null for a deleted user.
             */
            actor_id: string | null;
            /** @description The changed fields; empty for the first version. */
            changes: components["schemas"]["TaskChange"][];
            /** @description The comment of the transition; null for other changes. */
            comment: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of entries. */
        TaskHistoryPage: {
            /** @description The entries, in the requested order. */
            data: components["schemas"]["TaskHistoryEntry"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -version
         * @example -version
         * @enum {string}
         */
        TaskHistorySort: "version" | "-version";
        /**
         * @description The `origin.kind` of an imported task.
         * @enum {string}
         */
        TaskOriginKind: "issue" | "pull_request";
        /** @description Tasks. */
        TaskOverview: {
            created: components["schemas"]["AnalyticsFigure"];
            done: components["schemas"]["AnalyticsFigure"];
            open: components["schemas"]["AnalyticsFigure"];
            cycle_time_p50_seconds: components["schemas"]["AnalyticsFigure"];
            lead_time_p50_seconds: components["schemas"]["AnalyticsFigure"];
        };
        /** @description A page of tasks. */
        TaskPage: {
            /** @description The tasks, in the requested order. */
            data: components["schemas"]["Task"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description How urgent the task is. Clients must accept further values in what they receive.
         * @enum {string}
         */
        TaskPriority: "none" | "low" | "medium" | "high" | "urgent";
        /** @description A task of an export. */
        TaskRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "task";
            /** @description Its number in the project. */
            number: number;
            /** @description The task's id in its source; `architect:` and the id for a task made here. */
            external_id: string;
            /** @description What is to be done. */
            title: string;
            /** @description Details, as Markdown. */
            description: string | null;
            type: components["schemas"]["TaskType"];
            status: components["schemas"]["TaskStatus"];
            priority: components["schemas"]["TaskPriority"];
            /** @description The names of its labels, in alphabetical order. */
            labels: string[];
            /** @description The name of its milestone. */
            milestone: string | null;
            /** @description The address of the assignee. */
            assignee: string | null;
            /**
             * Format: date
             * @description The day on which it should be done.
             */
            due_on: string | null;
            /**
             * Format: date-time
             * @description When the task was done; null unless it is done.
             */
            completed_at: string | null;
            /** @description The name of the author, here or in the source. */
            author: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description `architect`, or the kind of the first import that created the record. */
            source: string;
            /** @description The kind of record in the source, such as issue or review. */
            source_kind: string;
            /** @description The state in the source, in the source's words. */
            source_state: string | null;
            /** @description The URL in the source; null if there is none. */
            url: string | null;
        };
        /**
         * @description A task, by its id (a UUID) or by its key (the key of the project and the number of the task). Both may be in upper or lower case. Responses return the id.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         * @example CORE-42
         */
        TaskReference: string;
        /** @description A task as a row of an export in CSV; the header names its members. */
        TaskRow: {
            /** @description Its number in the project. */
            number: number;
            /** @description The task's id in its source; `architect:` and the id for a task made here. */
            external_id: string;
            /** @description What is to be done. */
            title: string;
            /** @description Details, as Markdown. */
            description: string | null;
            type: components["schemas"]["TaskType"];
            status: components["schemas"]["TaskStatus"];
            priority: components["schemas"]["TaskPriority"];
            /** @description The names of its labels, in alphabetical order. */
            labels: string[];
            /** @description The name of its milestone. */
            milestone: string | null;
            /** @description The address of the assignee. */
            assignee: string | null;
            /**
             * Format: date
             * @description The day on which it should be done.
             */
            due_on: string | null;
            /**
             * Format: date-time
             * @description When the task was done; null unless it is done.
             */
            completed_at: string | null;
            /** @description The name of the author, here or in the source. */
            author: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description `architect`, or the kind of the first import that created the record. */
            source: string;
            /** @description The kind of record in the source, such as issue or review. */
            source_kind: string;
            /** @description The state in the source, in the source's words. */
            source_state: string | null;
            /** @description The URL in the source; null if there is none. */
            url: string | null;
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -priority
         * @enum {string}
         */
        TaskSort: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "priority" | "-priority" | "due_on" | "-due_on" | "title" | "-title";
        /**
         * @description The status of the task; `transitionTask` lists the allowed moves. Clients must accept further values in what they receive.
         * @enum {string}
         */
        TaskStatus: "backlog" | "todo" | "in_progress" | "in_review" | "done" | "cancelled";
        /** @description The status to move the task to. */
        TaskTransition: {
            /** @description The new status. */
            to: components["schemas"]["TaskStatus"];
            /** @description The reason, for the task's history; it does not become a comment on the task. */
            comment?: string | undefined;
        };
        /**
         * @description What kind of work it is. Clients must accept further values in what they receive.
         * @enum {string}
         */
        TaskType: "task" | "bug" | "feature";
        /** @description The fields to change; absent fields keep their value. */
        TaskUpdate: {
            /** @description What is to be done. */
            title?: string | undefined;
            /** @description Details, as Markdown; null removes them. */
            description?: (string | null) | undefined;
            type?: components["schemas"]["TaskType"] | undefined;
            priority?: components["schemas"]["TaskPriority"] | undefined;
            /**
             * Format: uuid
             * @description The user who works on the task; must be able to see the project (409 `assignee_not_in_project`). Null unassigns the task.
             */
            assignee_id?: (string | null) | undefined;
            /**
             * Format: date
             * @description The day on which it should be done; null removes it.
             */
            due_on?: (string | null) | undefined;
            /**
             * Format: uuid
             * @description The milestone of the task, from its project; null removes it.
             */
            milestone_id?: (string | null) | undefined;
            /** @description All labels of the task; they replace those that it has. */
            label_ids?: components["schemas"]["Id"][] | undefined;
        };
        /**
         * @description The length of the intervals that a range of time is divided into. A week begins on Monday. Clients must accept further values in what they receive.
         * @enum {string}
         */
        TimeInterval: "hour" | "day" | "week" | "month";
        /**
         * Format: time-zone
         * @description A name of the IANA time zone database.
         * @example Europe/Berlin
         */
        TimeZone: string;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with milliseconds.
         * @example 2026-11-02T09:30:00.000Z
         */
        Timestamp: string;
        /** @description A code from the authenticator. */
        TotpCode: {
            /** @description The six digits. */
            code: string;
        };
        /** @description The second factor is on. */
        TotpConfirmation: {
            /** @description Codes that each replace the authenticator once. */
            recovery_codes: string[];
            session_start: components["schemas"]["SessionStart"];
        };
        /** @description The secret for an authenticator, which is shown only once. */
        TotpEnrolment: {
            /** @description The secret in base32, for typing. */
            secret: string;
            /**
             * Format: uri
             * @description The secret as an otpauth URI, for a QR code.
             */
            otpauth_uri: string;
        };
        /**
         * @description How long both periods are.
         * @default 24h
         * @example 7d
         * @enum {string}
         */
        TrendPeriod: "1h" | "24h" | "7d" | "30d";
        /** @description An error, and how it has grown. */
        TrendingError: {
            error: components["schemas"]["ErrorGroup"];
            /**
             * Format: int64
             * @description How often it occurred in the period.
             */
            occurrence_count: number;
            /**
             * Format: int64
             * @description How often it occurred in the period before.
             */
            previous_count: number;
        };
        /** @description The errors that have grown most. */
        TrendingErrors: {
            previous_from: components["schemas"]["Timestamp"];
            from: components["schemas"]["Timestamp"];
            to: components["schemas"]["Timestamp"];
            /** @description The errors, those with the greatest growth first. */
            data: components["schemas"]["TrendingError"][];
        };
        /** @description A person with an account. */
        User: {
            id: components["schemas"]["Id"];
            /**
             * Format: idn-email
             * @description The address, in lower case; its domain in ASCII.
             */
            email: string;
            /** @description The user's name. */
            name: string;
            /** @description Whether the user runs this installation. */
            is_operator: boolean;
            /**
             * Format: date-time
             * @description When the address was verified; null until then.
             */
            email_verified_at: string | null;
            /**
             * Format: date-time
             * @description When an operator closed the account; null while it is open.
             */
            deactivated_at: string | null;
            /**
             * Format: uuid
             * @description The organization in which sessions act by default; null if none.
             */
            home_organization_id: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description How members contribute. */
        UserAnalytics: {
            period: components["schemas"]["AnalyticsPeriod"];
            /**
             * Format: uuid
             * @description The project that contributions are limited to.
             */
            project_id: string | null;
            /**
             * Format: int64
             * @description Members of the organization at the time of the request.
             */
            members: number;
            /**
             * Format: int64
             * @description Members who contributed something in the range.
             */
            active: number;
            /**
             * Format: int64
             * @description What they did.
             */
            contributions: number;
            /**
             * Format: int64
             * @description Members who joined in the range.
             */
            joined: number;
            /**
             * Format: int64
             * @description Sessions that were begun in the range.
             */
            sign_ins: number;
            series: components["schemas"]["UserFiguresBucket"][];
            /** @description The most frequent come first. */
            by_type: components["schemas"]["ContributionsByType"][];
            /** @description Those with the most contributions come first. */
            by_user: components["schemas"]["ContributionsByUser"][];
        };
        /** @description The fields of a new user. */
        UserCreate: {
            email: components["schemas"]["EmailAddress"];
            name: components["schemas"]["UserName"];
            /**
             * Format: password
             * @description Any characters are allowed; length matters more than complexity. Without a password, the user is invited to set one.
             */
            password?: string | undefined;
            /**
             * @description Whether the user runs this installation.
             * @default false
             */
            is_operator?: boolean | undefined;
        };
        /** @description An event of an account. `data` is the user after the change; for a deleted user it holds only what is not personal. */
        UserEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description The type of the event. Clients must accept further values in what they receive.
             * @enum {string}
             */
            type: "user.registered" | "user.verified" | "user.deactivated" | "user.deleted";
            timestamp: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The user's home organization; null until the address is verified, and after the account is deleted.
             */
            organization_id: string | null;
            data: components["schemas"]["User"];
        };
        /** @description An interval of the range. */
        UserFiguresBucket: {
            starts_at: components["schemas"]["Timestamp"];
            ends_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Members who contributed something.
             */
            active: number;
            /**
             * Format: int64
             * @description What they did.
             */
            contributions: number;
            /**
             * Format: int64
             * @description Members who joined.
             */
            joined: number;
            /**
             * Format: int64
             * @description Sessions that were begun.
             */
            sign_ins: number;
        };
        /**
         * @description The user's name; not blank, no control characters.
         * @example Ada Lindqvist
         */
        UserName: string;
        /** @description Members of the organization. */
        UserOverview: {
            active: components["schemas"]["AnalyticsFigure"];
            contributions: components["schemas"]["AnalyticsFigure"];
            sign_ins: components["schemas"]["AnalyticsFigure"];
        };
        /** @description A page of users. */
        UserPage: {
            /** @description The users, in the requested order. */
            data: components["schemas"]["User"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The sort order; a leading minus sign reverses it.
         * @default -created_at
         * @example -created_at
         * @enum {string}
         */
        UserSort: "created_at" | "-created_at" | "name" | "-name" | "email" | "-email";
        /**
         * @description Whether an account is open, waits for its address to be verified, or was closed by an operator.
         * @enum {string}
         */
        UserStatus: "active" | "pending" | "deactivated";
        /** @description The fields to change; absent fields keep their value. */
        UserUpdate: {
            email?: components["schemas"]["EmailAddress"] | undefined;
            name?: components["schemas"]["UserName"] | undefined;
            /** @description Whether the user runs this installation. */
            is_operator?: boolean | undefined;
            /** @description True closes the account; false opens it again. */
            deactivated?: boolean | undefined;
        };
        /** @description A verified account, with its organization and first project. */
        VerifiedAccount: {
            user_id: components["schemas"]["Id"];
            /**
             * Format: idn-email
             * @description The verified address.
             */
            email: string;
            /** @description Whether the password of the registration is in effect. False if the address was registered several times with different passwords: the server cannot know whose is right, so `requestPasswordReset` sets one. */
            has_password: boolean;
            organization_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The first project; null if the account had an organization already.
             */
            project_id: string | null;
        };
        /** @description Increased by every change; the ETag is derived from it. */
        Version: number;
    };
    responses: {
        /** @description The request does not match the contract; every violation is listed. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The URL and the headers together are too large. */
        HeadersTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed; nothing was changed. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The requested representation is not offered. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource, or the caller cannot see it. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller already has the current representation, as named in If-None-Match. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A precondition in If-Match or If-None-Match does not hold. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The quota is used up. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The quota of the address, or of the reporting key, is used up. */
        ReportsLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Sentry-Rate-Limits": components["headers"]["SentryRateLimits"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A component of the service is down or overloaded; nothing was changed. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are missing or not valid. */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type of the body, or its content coding, is not supported. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Accept: components["headers"]["AcceptTypes"];
                "Accept-Patch": components["headers"]["AcceptTypesOfPatch"];
                "Accept-Post": components["headers"]["AcceptTypesOfPost"];
                "Accept-Encoding": components["headers"]["AcceptEncoding"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
        ActiveOrganization: components["schemas"]["Id"];
        /** @description Only tasks that belong to this milestone now, which makes `open` and `ideal_open` its burn-down. */
        AnalyticsMilestoneId: components["schemas"]["Id"];
        /** @description Only what belongs to this project. All figures are zero for a project that the caller cannot see. */
        AnalyticsProjectId: components["schemas"]["Id"];
        /** @description Only tasks of this assignee, or unassigned tasks with `none`; may be repeated to match any of several. */
        AssigneeId: string[];
        /** @description Only these actions, for example `task.create`; may be repeated. */
        AuditAction: string[];
        /** @description Only changes by this user. */
        AuditActorId: components["schemas"]["Id"];
        /**
         * @description The entry.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0900
         */
        AuditEntryId: components["schemas"]["Id"];
        /** @description The log to read; the log of the installation is for operators. */
        AuditLogName: components["schemas"]["AuditLogOwner"];
        /** @description Only changes in this project. */
        AuditProjectId: components["schemas"]["Id"];
        /** @description Only changes by the request with this id, which is the `X-Request-Id` of its response. */
        AuditRequestId: string;
        /** @description Only changes of this resource. */
        AuditResourceId: components["schemas"]["Id"];
        /** @description Only changes of resources of this type, for example `task`. */
        AuditResourceType: string;
        /** @description Only changes at this time or later. */
        AuditedAfter: components["schemas"]["Instant"];
        /** @description Only changes before this time. */
        AuditedBefore: components["schemas"]["Instant"];
        /** @description If true, only tasks that wait for a task that is neither done nor cancelled; if false, only the others; both if absent. */
        Blocked: boolean;
        /** @description Whether CSV begins with a byte order mark, which Excel needs to detect UTF-8. NDJSON never has one. */
        ByteOrderMark: boolean;
        /** @description Only tasks that were done at this time or later. */
        CompletedAfter: components["schemas"]["Instant"];
        /** @description Only tasks that were done before this time. */
        CompletedBefore: components["schemas"]["Instant"];
        /** @description Only tasks created at this time or later. */
        CreatedAfter: components["schemas"]["Instant"];
        /** @description Only tasks created before this time. */
        CreatedBefore: components["schemas"]["Instant"];
        /** @description Only tasks that this user created. */
        CreatedById: components["schemas"]["Id"];
        /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
        Cursor: string;
        /** @description Only tasks due on this day or later. */
        DueAfter: string;
        /** @description Only tasks due before this day. */
        DueBefore: string;
        /** @description Only errors of this assignee, or errors without one with `none`; may be repeated to match any of several. */
        ErrorAssigneeId: string[];
        /** @description Only errors with an occurrence in this environment. */
        ErrorEnvironment: string;
        /** @description Only errors that occurred for the first time at this time or later. */
        ErrorFirstSeenAfter: components["schemas"]["Instant"];
        /** @description Only errors that occurred for the first time before this time. */
        ErrorFirstSeenBefore: components["schemas"]["Instant"];
        /**
         * @description The error.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
         */
        ErrorId: components["schemas"]["Id"];
        /** @description Only errors that occurred for the last time at this time or later. */
        ErrorLastSeenAfter: components["schemas"]["Instant"];
        /** @description Only errors that occurred for the last time before this time. */
        ErrorLastSeenBefore: components["schemas"]["Instant"];
        /** @description Only errors of this level; may be repeated to match any of several. */
        ErrorLevels: components["schemas"]["ErrorLevel"][];
        /** @description Only errors of this project; may be repeated to match any of several. */
        ErrorProjectIds: components["schemas"]["Id"][];
        /** @description Only errors with an occurrence in this release. */
        ErrorRelease: string;
        /** @description Only errors whose title, message or culprit match the search, which works like a web search: words in any order, "a phrase", or, -without. Words are separated by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings. Any part of Chinese, Japanese or Korean text matches. A word that contains punctuation is a phrase. The search filters and does not rank. */
        ErrorSearch: string;
        /** @description Only errors of this status; may be repeated to match any of several. */
        ErrorStatuses: components["schemas"]["ErrorStatus"][];
        /** @description Only errors with an occurrence that has this tag, written `name:value`; if repeated, errors that have all of them. */
        ErrorTags: string[];
        /** @description Only errors of this type, written as the reporter wrote it. */
        ErrorType: string;
        /** @description Only events that happened at this time or later. */
        EventOccurredAfter: components["schemas"]["Instant"];
        /** @description Only events that happened before this time. */
        EventOccurredBefore: components["schemas"]["Instant"];
        /** @description Only events of this project. */
        EventProjectId: components["schemas"]["Id"];
        /** @description Only events that were recorded at this time or later. */
        EventRecordedAfter: components["schemas"]["Instant"];
        /** @description Only events that were recorded before this time. */
        EventRecordedBefore: components["schemas"]["Instant"];
        /** @description Only events of this source. */
        EventSource: string;
        /** @description Only events about this subject. */
        EventSubject: string;
        /** @description Only events of these types; may be repeated. */
        EventTypes: components["schemas"]["EventType"][];
        /** @description Only events about this member. */
        EventUserId: components["schemas"]["Id"];
        /** @description Only imported tasks of this `origin.kind`; may be repeated to match any of several. */
        ExternalKinds: components["schemas"]["TaskOriginKind"][];
        /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
        IdempotencyKey: string;
        /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
        IfMatch: string;
        /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
        IfNoneMatch: string;
        /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
        IncludeTotal: boolean;
        /**
         * @description The invitation.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0110
         */
        InvitationId: components["schemas"]["Id"];
        /** @description Only the tasks with these keys, regardless of case; may be repeated. */
        Keys: string[];
        /** @description Only tasks that have this label; if repeated, tasks that have all of them. */
        LabelIds: components["schemas"]["Id"][];
        /** @description The number of entries on a page. */
        Limit: number;
        /** @description Only tasks of this milestone, or tasks without one with `none`. */
        MilestoneId: string;
        /**
         * @description The number of the project.
         * @example 42
         */
        NumberOfProject: components["schemas"]["ProjectNumber"];
        /**
         * @description The organization. A session's request also acts in this organization.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
         */
        OrganizationId: components["schemas"]["Id"];
        /** @description Only tasks of this one; may be repeated to match any of several. */
        Priority: components["schemas"]["TaskPriority"][];
        /**
         * @description The project.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
         */
        ProjectId: components["schemas"]["Id"];
        /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
        RangeFrom: components["schemas"]["Instant"];
        /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
        RangeInterval: components["schemas"]["TimeInterval"];
        /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
        RangeTimeZone: components["schemas"]["TimeZone"];
        /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
        RangeTo: components["schemas"]["Instant"];
        /** @description Only tasks whose title or description match the search, which works like a web search: words in any order, "a phrase", or, -without. Words are separated by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings. Any part of Chinese, Japanese or Korean text matches. A word that contains punctuation is a phrase. The key of a task matches, too. The search filters and does not rank. */
        Search: string;
        /** @description The public key, as SDKs on servers send it. */
        SentryAuth: string;
        /** @description The name and version of the SDK; it is not evaluated. */
        SentryClient: string;
        /** @description The public key, as SDKs in browsers send it. */
        SentryKey: string;
        /** @description A secret that old SDKs send beside the public key; it is not evaluated. */
        SentrySecret: string;
        /** @description When the SDK sent the report; it is not evaluated. */
        SentryTimestamp: string;
        /** @description The version of the protocol; it is not evaluated. */
        SentryVersion: string;
        /** @description Only tasks of this one; may be repeated to match any of several. */
        Status: components["schemas"]["TaskStatus"][];
        /**
         * @description The task, by its id or its key.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
         */
        TaskId: components["schemas"]["TaskReference"];
        /** @description Only tasks of this one; may be repeated to match any of several. */
        Type: components["schemas"]["TaskType"][];
        /** @description If true, only unassigned tasks; if false, only assigned ones; both if absent. */
        Unassigned: boolean;
        /** @description Only tasks last changed at this time or later. */
        UpdatedAfter: components["schemas"]["Instant"];
        /** @description Only tasks last changed before this time. */
        UpdatedBefore: components["schemas"]["Instant"];
        /**
         * @description The user.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0002
         */
        UserId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The content codings that a body may use, if that of the body is not supported (RFC 9110, 15.5.16).
         * @example gzip, deflate, br
         */
        AcceptEncoding: string;
        /**
         * @description The media types that the operation accepts, if that of the body is not supported (RFC 9110, 15.5.16).
         * @example application/json
         */
        AcceptTypes: string;
        /**
         * @description The media types that PATCH accepts (RFC 5789). A response to OPTIONS has it, too.
         * @example application/merge-patch+json, application/json
         */
        AcceptTypesOfPatch: string;
        /**
         * @description The media types that POST accepts (Linked Data Platform 1.0, 7.1). A response to OPTIONS has it, too.
         * @example application/json
         */
        AcceptTypesOfPost: string;
        /**
         * @description The version of the contract that the response follows.
         * @example v2
         */
        ApiVersion: "v2";
        /**
         * @description The suggested file name (RFC 6266).
         * @example attachment; filename="CORE.csv"
         */
        Attachment: string;
        /**
         * @description The version of the representation, for If-Match and If-None-Match. A compressed representation has an ETag of its own.
         * @example "1"
         */
        ETag: string;
        /**
         * @description Present, and true, if this is the stored response of an earlier request with the same key.
         * @example true
         */
        IdempotencyReplayed: "true";
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "read";r=1199;t=60
         */
        RateLimit: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "read";q=1200;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description Identifies the request in the server's log. It is the caller's `X-Request-Id` if that is a plain token.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         */
        RequestId: string;
        /**
         * @description Seconds to wait before the next attempt.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description Seconds to wait, if waiting helps.
         * @example 30
         */
        RetryAfterWhereKnown: number;
        /**
         * @description What an SDK must not send for a while, as `<seconds>:<categories>:key`; absent if no limit is used up.
         * @example 24:error:key
         */
        SentryRateLimits: string;
        /**
         * @description Sets or clears the session cookie.
         * @example architect_session=c2Vzc2lvbg; Path=/; HttpOnly; Secure; SameSite=Lax
         */
        SetCookie: string;
        /**
         * @description How to authenticate (RFC 9110).
         * @example Bearer realm="architect"
         */
        WwwAuthenticate: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "public";q=300;w=60
         */
        RateLimitPolicyOfPublic: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "public";r=299;t=60
         */
        RateLimitOfPublic: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "auth";q=10;w=60
         */
        RateLimitPolicyOfAuth: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "auth";r=9;t=60
         */
        RateLimitOfAuth: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "write";q=300;w=60
         */
        RateLimitPolicyOfWrite: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "write";r=299;t=60
         */
        RateLimitOfWrite: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "read";q=1200;w=60
         */
        RateLimitPolicyOfRead: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "read";r=1199;t=60
         */
        RateLimitOfRead: string;
        /**
         * @description The version of the representation, for If-Match and If-None-Match. A compressed representation has an ETag of its own.
         * @example "2"
         */
        ETagOfVersion2: string;
        /**
         * @description The version of the representation, for If-Match and If-None-Match. A compressed representation has an ETag of its own.
         * @example "3"
         */
        ETagOfVersion3: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "heavy";q=120;w=60
         */
        RateLimitPolicyOfHeavy: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "heavy";r=119;t=60
         */
        RateLimitOfHeavy: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "bulk";q=30;w=60
         */
        RateLimitPolicyOfBulk: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "bulk";r=29;t=60
         */
        RateLimitOfBulk: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "ingest";q=6000;w=60
         */
        RateLimitPolicyOfIngest: string;
        /**
         * @description The rest of the quota, and the seconds until it is full again.
         * @example "ingest";r=5999;t=60
         */
        RateLimitOfIngest: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service is healthy. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfPublic"];
                    RateLimit: components["headers"]["RateLimitOfPublic"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is alive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfPublic"];
                    RateLimit: components["headers"]["RateLimitOfPublic"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server is ready for requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfPublic"];
                    RateLimit: components["headers"]["RateLimitOfPublic"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDetailedHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the service and of each part. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfPublic"];
                    RateLimit: components["headers"]["RateLimitOfPublic"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailedHealth"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description A mail is sent to the address. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailVerification"];
            };
        };
        responses: {
            /** @description The address is verified, and the user can log in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChoice"];
            };
        };
        responses: {
            /** @description A mail is sent if the address waits for its verification. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChoice"];
            };
        };
        responses: {
            /** @description A mail is sent if the address has an account. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The new password is in effect; log in with it. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The new password is in effect; the session continues under its new token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The session has begun, and the cookie holds the same token; or the second factor is required. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    /**
                     * @description The session cookie, if a session has begun.
                     * @example architect_session=c2Vzc2lvbg; Path=/; HttpOnly; Secure; SameSite=Lax
                     */
                    "Set-Cookie"?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    completeMfaLogIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaLogIn"];
            };
        };
        responses: {
            /** @description The session has begun; the cookie holds the same token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session under its new token; the cookie holds the same. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCsrfToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token to send as `X-CSRF-Token`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionCsrfToken"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MeUpdate"];
            };
        };
        responses: {
            /** @description The user after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion3"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMyInvitations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["MyInvitationSort"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/me/invitations?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedInvitationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMySessions: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["MySessionSort"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/me/sessions?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeMyOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All other sessions have ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00
                 */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    enrolTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, which is shown only once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The second factor was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description The second factor is on; the cookie holds the session's new token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpConfirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    regenerateRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes, which are shown only once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ApiKeySort"] | undefined;
                /** @description Only the keys of this user. */
                user_id?: components["schemas"]["Id"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys, without their secrets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/api-keys?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        responses: {
            /** @description The key, with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/api-keys/01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, without its secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ApiKeyUpdate"];
            };
        };
        responses: {
            /** @description The key after the change, without its secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description The key, with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiKeyUsage: {
        parameters: {
            query?: {
                /** @description How many days to look back, including today. */
                days?: number | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The API key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00
                 */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyUsage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["UserSort"] | undefined;
                /** @description Only users whose name or address match the search, as `q` of `listTasks` describes it. */
                q?: string | undefined;
                /** @description Only the user with this address. */
                email?: components["schemas"]["EmailAddress"] | undefined;
                /** @description Only users in this state; may be repeated. */
                status?: components["schemas"]["UserStatus"][] | undefined;
                /** @description Only operators, or only the others; both if absent. */
                is_operator?: boolean | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/users?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The user. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0004
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The user after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion3"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["SessionSort"] | undefined;
                /** @description Only the sessions of this user. */
                user_id?: components["schemas"]["Id"] | undefined;
                /** @description Only sessions that were last used in this organization. */
                organization_id?: components["schemas"]["Id"] | undefined;
                /** @description Only sessions that began at this IP address. */
                address?: string | undefined;
                /** @description Only sessions that are suspicious, or only those that are not. */
                is_suspicious?: boolean | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/sessions?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSessionStats: {
        parameters: {
            query?: {
                /** @description Only sessions that were last used in this organization. */
                organization_id?: components["schemas"]["Id"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00
                 */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00
                 */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["OrganizationSort"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of organizations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/organizations?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationCreate"];
            };
        };
        responses: {
            /** @description The organization. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/organizations/01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OrganizationUpdate"];
            };
        };
        responses: {
            /** @description The organization after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEventRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How long events are kept. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventRetention"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceEventRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventRetentionReplacement"];
            };
        };
        responses: {
            /** @description How long events are kept from now on. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventRetention"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["MemberSort"] | undefined;
                /** @description Only members with this role; may be repeated to match any of several. */
                role?: components["schemas"]["OrganizationRole"][] | undefined;
            };
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/organizations/01939b7c-2f4e-7a10-8c55-0a1b2c3d0100/members?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0002
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0002
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The membership has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
                /**
                 * @description The user.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0002
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MemberUpdate"];
            };
        };
        responses: {
            /** @description The member after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["InvitationSort"] | undefined;
                /** @description Only invitations in this state; may be repeated to match any of several. */
                status?: components["schemas"]["InvitationStatus"][] | undefined;
            };
            header?: never;
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/organizations/01939b7c-2f4e-7a10-8c55-0a1b2c3d0100/invitations?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The organization. A session's request also acts in this organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0100
                 */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        responses: {
            /** @description The invitation. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/invitations/01939b7c-2f4e-7a10-8c55-0a1b2c3d0110
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The new member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description What the invitation offers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The invitation.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0110
                 */
                invitation_id: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation was withdrawn. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ProjectSort"] | undefined;
                /** @description Only the project with this key. */
                key?: components["schemas"]["ProjectKey"] | undefined;
                /** @description Only projects that are visible to the organization, or only private ones; both if absent. */
                visibility?: components["schemas"]["ProjectVisibility"] | undefined;
                /** @description Only projects in which the caller has a role of their own, or only the others; both if absent. */
                joined?: boolean | undefined;
                /** @description Only archived projects, or only those that are not; both if absent. */
                archived?: boolean | undefined;
                /** @description Only projects whose key, name or description match the search, as `q` of `listTasks` describes it. */
                q?: string | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of projects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectCreate"];
            };
        };
        responses: {
            /** @description The project. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ProjectUpdate"];
            };
        };
        responses: {
            /** @description The project after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProjectStats: {
        parameters: {
            query?: {
                /** @description Only tasks of this milestone. */
                milestone_id?: components["schemas"]["Id"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProjectMembers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ProjectMemberSort"] | undefined;
                /** @description Only members with this role; may be repeated to match any of several. */
                role?: components["schemas"]["ProjectRole"][] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/members?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMemberPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    setProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description The user, a member of the organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMemberSet"];
            };
        };
        responses: {
            /** @description The member after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * @description The user, a member of the organization.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0001
                 */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user no longer has a role of their own in the project. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listLabels: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["LabelSort"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of labels. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/labels?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelCreate"];
            };
        };
        responses: {
            /** @description The label. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/labels/01939b7c-2f4e-7a10-8c55-0a1b2c3d0400
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The label.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0400
                 */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The label. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The label.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0400
                 */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The label was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The label.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0400
                 */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["LabelUpdate"];
            };
        };
        responses: {
            /** @description The label after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMilestones: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["MilestoneSort"] | undefined;
                /** @description Only open milestones, or only closed ones; both if absent. */
                state?: components["schemas"]["MilestoneState"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of milestones. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/milestones?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestonePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneCreate"];
            };
        };
        responses: {
            /** @description The milestone. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/milestones/01939b7c-2f4e-7a10-8c55-0a1b2c3d0700
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The milestone.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0700
                 */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The milestone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The milestone.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0700
                 */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The milestone was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The milestone.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0700
                 */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MilestoneUpdate"];
            };
        };
        responses: {
            /** @description The milestone after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProjectTasks: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ProjectTaskSort"] | undefined;
                /** @description Only the tasks with these keys, regardless of case; may be repeated. */
                key?: components["parameters"]["Keys"] | undefined;
                /** @description Only tasks of this one; may be repeated to match any of several. */
                status?: components["parameters"]["Status"] | undefined;
                /** @description Only tasks of this one; may be repeated to match any of several. */
                type?: components["parameters"]["Type"] | undefined;
                /** @description Only tasks of this one; may be repeated to match any of several. */
                priority?: components["parameters"]["Priority"] | undefined;
                /** @description Only tasks of this assignee, or unassigned tasks with `none`; may be repeated to match any of several. */
                assignee_id?: components["parameters"]["AssigneeId"] | undefined;
                /** @description If true, only unassigned tasks; if false, only assigned ones; both if absent. */
                unassigned?: components["parameters"]["Unassigned"] | undefined;
                /** @description Only tasks that this user created. */
                created_by_id?: components["parameters"]["CreatedById"] | undefined;
                /** @description If true, only tasks that wait for a task that is neither done nor cancelled; if false, only the others; both if absent. */
                blocked?: components["parameters"]["Blocked"] | undefined;
                /** @description Only tasks that have this label; if repeated, tasks that have all of them. */
                label_id?: components["parameters"]["LabelIds"] | undefined;
                /** @description Only tasks of this milestone, or tasks without one with `none`. */
                milestone_id?: components["parameters"]["MilestoneId"] | undefined;
                /** @description Only imported tasks of this `origin.kind`; may be repeated to match any of several. */
                external_kind?: components["parameters"]["ExternalKinds"] | undefined;
                /** @description Only tasks created at this time or later. */
                created_after?: components["parameters"]["CreatedAfter"] | undefined;
                /** @description Only tasks created before this time. */
                created_before?: components["parameters"]["CreatedBefore"] | undefined;
                /** @description Only tasks last changed at this time or later. */
                updated_after?: components["parameters"]["UpdatedAfter"] | undefined;
                /** @description Only tasks last changed before this time. */
                updated_before?: components["parameters"]["UpdatedBefore"] | undefined;
                /** @description Only tasks that were done at this time or later. */
                completed_after?: components["parameters"]["CompletedAfter"] | undefined;
                /** @description Only tasks that were done before this time. */
                completed_before?: components["parameters"]["CompletedBefore"] | undefined;
                /** @description Only tasks due on this day or later. */
                due_after?: components["parameters"]["DueAfter"] | undefined;
                /** @description Only tasks due before this day. */
                due_before?: components["parameters"]["DueBefore"] | undefined;
                /** @description Only tasks whose title or description match the search, which works like a web search: words in any order, "a phrase", or, -without. Words are separated by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings. Any part of Chinese, Japanese or Korean text matches. A word that contains punctuation is a phrase. The key of a task matches, too. The search filters and does not rank. */
                q?: components["parameters"]["Search"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/tasks?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCreate"];
            };
        };
        responses: {
            /** @description The task. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["TaskSort"] | undefined;
                /** @description Only tasks of this project; may be repeated to match any of several. */
                project_id?: components["schemas"]["Id"][] | undefined;
                /** @description If true, only tasks assigned to the caller; if false, only the others; both if absent. */
                assigned_to_me?: boolean | undefined;
                /** @description Only the tasks with these keys, regardless of case; may be repeated. */
                key?: components["parameters"]["Keys"] | undefined;
                /** @description Only tasks of this one; may be repeated to match any of several. */
                status?: components["parameters"]["Status"] | undefined;
                /** @description Only tasks of this one; may be repeated to match any of several. */
                type?: components["parameters"]["Type"] | undefined;
                /** @description Only tasks of this one; may be repeated to match any of several. */
                priority?: components["parameters"]["Priority"] | undefined;
                /** @description Only tasks of this assignee, or unassigned tasks with `none`; may be repeated to match any of several. */
                assignee_id?: components["parameters"]["AssigneeId"] | undefined;
                /** @description If true, only unassigned tasks; if false, only assigned ones; both if absent. */
                unassigned?: components["parameters"]["Unassigned"] | undefined;
                /** @description Only tasks that this user created. */
                created_by_id?: components["parameters"]["CreatedById"] | undefined;
                /** @description If true, only tasks that wait for a task that is neither done nor cancelled; if false, only the others; both if absent. */
                blocked?: components["parameters"]["Blocked"] | undefined;
                /** @description Only tasks that have this label; if repeated, tasks that have all of them. */
                label_id?: components["parameters"]["LabelIds"] | undefined;
                /** @description Only tasks of this milestone, or tasks without one with `none`. */
                milestone_id?: components["parameters"]["MilestoneId"] | undefined;
                /** @description Only imported tasks of this `origin.kind`; may be repeated to match any of several. */
                external_kind?: components["parameters"]["ExternalKinds"] | undefined;
                /** @description Only tasks created at this time or later. */
                created_after?: components["parameters"]["CreatedAfter"] | undefined;
                /** @description Only tasks created before this time. */
                created_before?: components["parameters"]["CreatedBefore"] | undefined;
                /** @description Only tasks last changed at this time or later. */
                updated_after?: components["parameters"]["UpdatedAfter"] | undefined;
                /** @description Only tasks last changed before this time. */
                updated_before?: components["parameters"]["UpdatedBefore"] | undefined;
                /** @description Only tasks that were done at this time or later. */
                completed_after?: components["parameters"]["CompletedAfter"] | undefined;
                /** @description Only tasks that were done before this time. */
                completed_before?: components["parameters"]["CompletedBefore"] | undefined;
                /** @description Only tasks due on this day or later. */
                due_after?: components["parameters"]["DueAfter"] | undefined;
                /** @description Only tasks due before this day. */
                due_before?: components["parameters"]["DueBefore"] | undefined;
                /** @description Only tasks whose title or description match the search, which works like a web search: words in any order, "a phrase", or, -without. Words are separated by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings. Any part of Chinese, Japanese or Korean text matches. A word that contains punctuation is a phrase. The key of a task matches, too. The search filters and does not rank. */
                q?: components["parameters"]["Search"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/tasks?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    bulkTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskBulk"];
            };
        };
        responses: {
            /** @description One result for each operation; with `atomic`, all of them succeeded. */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfBulk"];
                    RateLimit: components["headers"]["RateLimitOfBulk"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBulkReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TaskUpdate"];
            };
        };
        responses: {
            /** @description The task after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    transitionTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskTransition"];
            };
        };
        responses: {
            /** @description The task in its new status. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTaskHistory: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["TaskHistorySort"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the history. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300/history?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTaskDependencies: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["TaskDependencySort"] | undefined;
                /** @description With `blocked_by`, the tasks that this one waits for; with `blocks`, the tasks that wait for this one. */
                direction?: components["schemas"]["DependencyDirection"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dependencies. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300/dependencies?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDependencyPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addTaskDependency: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
                /**
                 * @description The task to wait for, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0301
                 */
                blocking_task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dependency. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDependency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeTaskDependency: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
                /**
                 * @description The task to wait for, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0301
                 */
                blocking_task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dependency was removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["CommentSort"] | undefined;
                /** @description Only comments of these kinds; may be repeated. */
                kind?: components["schemas"]["CommentKind"][] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of comments. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300/comments?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentCreate"];
            };
        };
        responses: {
            /** @description The comment. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/comments/01939b7c-2f4e-7a10-8c55-0a1b2c3d0500
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The comment.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0500
                 */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comment. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The comment.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0500
                 */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comment was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The comment.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0500
                 */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CommentUpdate"];
            };
        };
        responses: {
            /** @description The comment after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ImportSort"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/imports?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createImport: {
        parameters: {
            query?: {
                /** @description The format of the upload. */
                source?: components["schemas"]["ImportSource"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GithubArchive"];
                "text/csv": components["schemas"]["RecordStream"];
                "application/x-ndjson": components["schemas"]["RecordStream"];
            };
        };
        responses: {
            /** @description The accepted import. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/imports/01939b7c-2f4e-7a10-8c55-0a1b2c3d0600
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The import.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0600
                 */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The import.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0600
                 */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportProject: {
        parameters: {
            query?: {
                /** @description Whether CSV begins with a byte order mark, which Excel needs to detect UTF-8. NDJSON never has one. */
                bom?: components["parameters"]["ByteOrderMark"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records. A body without its last chunk is incomplete. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    "Content-Disposition": components["headers"]["Attachment"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["EventSort"] | undefined;
                /** @description Only events of this project. */
                project_id?: components["parameters"]["EventProjectId"] | undefined;
                /** @description Only events of these types; may be repeated. */
                type?: components["parameters"]["EventTypes"] | undefined;
                /** @description Only events of this source. */
                source?: components["parameters"]["EventSource"] | undefined;
                /** @description Only events about this subject. */
                subject?: components["parameters"]["EventSubject"] | undefined;
                /** @description Only events about this member. */
                user_id?: components["parameters"]["EventUserId"] | undefined;
                /** @description Only events that happened at this time or later. */
                occurred_after?: components["parameters"]["EventOccurredAfter"] | undefined;
                /** @description Only events that happened before this time. */
                occurred_before?: components["parameters"]["EventOccurredBefore"] | undefined;
                /** @description Only events that were recorded at this time or later. */
                recorded_after?: components["parameters"]["EventRecordedAfter"] | undefined;
                /** @description Only events that were recorded before this time. */
                recorded_before?: components["parameters"]["EventRecordedBefore"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/events?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recordEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBatch"];
                "application/cloudevents+json": components["schemas"]["CloudEvent"];
                "application/cloudevents-batch+json": components["schemas"]["CloudEventBatch"];
            };
        };
        responses: {
            /** @description One result for each event. */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveCloudEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
                /** @description The version of CloudEvents, in binary content mode. */
                "ce-specversion"?: string | undefined;
                /** @description The reporter's own id of the event, unique within its source, in binary content mode. */
                "ce-id"?: string | undefined;
                /** @description Where the event comes from, a URI reference, in binary content mode. */
                "ce-source"?: string | undefined;
                /** @description What happened, in binary content mode. */
                "ce-type"?: string | undefined;
                /** @description What the event is about, in binary content mode. */
                "ce-subject"?: string | undefined;
                /** @description When it happened, in binary content mode, RFC 3339 as in other requests. */
                "ce-time"?: string | undefined;
                /** @description The schema of the data, a URI, in binary content mode. */
                "ce-dataschema"?: string | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/cloudevents+json": components["schemas"]["CloudEvent"];
                "application/cloudevents-batch+json": components["schemas"]["CloudEventBatch"];
                "application/json": components["schemas"]["EventData"];
                "*/*": components["schemas"]["EventBytes"];
            };
        };
        responses: {
            /** @description One result for each event. */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEventStats: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description Only events of this project. */
                project_id?: components["parameters"]["EventProjectId"] | undefined;
                /** @description Only events of these types; may be repeated. */
                type?: components["parameters"]["EventTypes"] | undefined;
                /** @description Only events of this source. */
                source?: components["parameters"]["EventSource"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEventTimeline: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only events of this project. */
                project_id?: components["parameters"]["EventProjectId"] | undefined;
                /** @description Only events of these types; may be repeated. */
                type?: components["parameters"]["EventTypes"] | undefined;
                /** @description Only events of this source. */
                source?: components["parameters"]["EventSource"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTimeline"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["EventTypeSort"] | undefined;
                /** @description Only events of this project. */
                project_id?: components["parameters"]["EventProjectId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of types. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/events/types?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEventSources: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["EventSourceSort"] | undefined;
                /** @description Only events of this project. */
                project_id?: components["parameters"]["EventProjectId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sources. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/events/sources?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventSourcePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportEvents: {
        parameters: {
            query?: {
                /** @description Only events of this project. */
                project_id?: components["parameters"]["EventProjectId"] | undefined;
                /** @description Only events of these types; may be repeated. */
                type?: components["parameters"]["EventTypes"] | undefined;
                /** @description Only events of this source. */
                source?: components["parameters"]["EventSource"] | undefined;
                /** @description Only events about this subject. */
                subject?: components["parameters"]["EventSubject"] | undefined;
                /** @description Only events about this member. */
                user_id?: components["parameters"]["EventUserId"] | undefined;
                /** @description Only events that happened at this time or later. */
                occurred_after?: components["parameters"]["EventOccurredAfter"] | undefined;
                /** @description Only events that happened before this time. */
                occurred_before?: components["parameters"]["EventOccurredBefore"] | undefined;
                /** @description Only events that were recorded at this time or later. */
                recorded_after?: components["parameters"]["EventRecordedAfter"] | undefined;
                /** @description Only events that were recorded before this time. */
                recorded_before?: components["parameters"]["EventRecordedBefore"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. A body without its last chunk is incomplete. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    "Content-Disposition": components["headers"]["Attachment"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The event.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d1000
                 */
                event_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The event.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d1000
                 */
                event_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSourceMaps: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["SourceMapSort"] | undefined;
                /** @description Only maps of this release. */
                release?: string | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of source maps. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/source-maps?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceMapPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    uploadSourceMap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceMapUpload"];
            };
        };
        responses: {
            /** @description The source map. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/source-maps/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e10
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceMap"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSourceMap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The source map.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e10
                 */
                source_map_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source map. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceMap"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSourceMap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The source map.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e10
                 */
                source_map_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source map was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReportingKeys: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ReportingKeySort"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reporting keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/reporting-keys?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportingKeyPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createReportingKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportingKeyCreate"];
            };
        };
        responses: {
            /** @description The reporting key. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/reporting-keys/01939b7c-2f4e-7a10-8c55-0a1b2c3d0a10
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportingKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveEnvelope: {
        parameters: {
            query?: {
                /** @description The public key, as SDKs in browsers send it. */
                sentry_key?: components["parameters"]["SentryKey"] | undefined;
                /** @description The version of the protocol; it is not evaluated. */
                sentry_version?: components["parameters"]["SentryVersion"] | undefined;
                /** @description The name and version of the SDK; it is not evaluated. */
                sentry_client?: components["parameters"]["SentryClient"] | undefined;
                /** @description When the SDK sent the report; it is not evaluated. */
                sentry_timestamp?: components["parameters"]["SentryTimestamp"] | undefined;
                /** @description A secret that old SDKs send beside the public key; it is not evaluated. */
                sentry_secret?: components["parameters"]["SentrySecret"] | undefined;
            };
            header?: {
                /** @description The public key, as SDKs on servers send it. */
                "X-Sentry-Auth"?: components["parameters"]["SentryAuth"] | undefined;
            };
            path: {
                /**
                 * @description The number of the project.
                 * @example 42
                 */
                project_number: components["parameters"]["NumberOfProject"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-sentry-envelope": components["schemas"]["Envelope"];
                "text/plain": components["schemas"]["Envelope"];
                "application/octet-stream": components["schemas"]["Envelope"];
            };
        };
        responses: {
            /** @description What is supported was taken; the rest was counted and dropped. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    /**
                     * @description What the SDK must not send for a while, as `<seconds>:<categories>:key`; absent if no limit is used up.
                     * @example 24:error:key
                     */
                    "X-Sentry-Rate-Limits"?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The request names no public key. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The public key is unknown, or not active. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ReportsLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveStoredEvent: {
        parameters: {
            query?: {
                /** @description The public key, as SDKs in browsers send it. */
                sentry_key?: components["parameters"]["SentryKey"] | undefined;
                /** @description The version of the protocol; it is not evaluated. */
                sentry_version?: components["parameters"]["SentryVersion"] | undefined;
                /** @description The name and version of the SDK; it is not evaluated. */
                sentry_client?: components["parameters"]["SentryClient"] | undefined;
                /** @description When the SDK sent the report; it is not evaluated. */
                sentry_timestamp?: components["parameters"]["SentryTimestamp"] | undefined;
                /** @description A secret that old SDKs send beside the public key; it is not evaluated. */
                sentry_secret?: components["parameters"]["SentrySecret"] | undefined;
            };
            header?: {
                /** @description The public key, as SDKs on servers send it. */
                "X-Sentry-Auth"?: components["parameters"]["SentryAuth"] | undefined;
            };
            path: {
                /**
                 * @description The number of the project.
                 * @example 42
                 */
                project_number: components["parameters"]["NumberOfProject"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": components["schemas"]["StoredEvent"];
                "application/octet-stream": components["schemas"]["StoredEvent"];
            };
        };
        responses: {
            /** @description The event was taken. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    /**
                     * @description What the SDK must not send for a while, as `<seconds>:<categories>:key`; absent if no limit is used up.
                     * @example 24:error:key
                     */
                    "X-Sentry-Rate-Limits"?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The request names no public key. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The public key is unknown, or not active. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["ReportsLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReportingKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The reporting key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a10
                 */
                reporting_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reporting key. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportingKey"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteReportingKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The reporting key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a10
                 */
                reporting_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reporting key was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateReportingKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The reporting key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0a10
                 */
                reporting_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ReportingKeyUpdate"];
            };
        };
        responses: {
            /** @description The reporting key after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportingKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listErrors: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ErrorSort"] | undefined;
                /** @description Only errors of this project; may be repeated to match any of several. */
                project_id?: components["parameters"]["ErrorProjectIds"] | undefined;
                /** @description Only errors of this status; may be repeated to match any of several. */
                status?: components["parameters"]["ErrorStatuses"] | undefined;
                /** @description Only errors of this level; may be repeated to match any of several. */
                level?: components["parameters"]["ErrorLevels"] | undefined;
                /** @description Only errors of this type, written as the reporter wrote it. */
                type?: components["parameters"]["ErrorType"] | undefined;
                /** @description Only errors with an occurrence in this release. */
                release?: components["parameters"]["ErrorRelease"] | undefined;
                /** @description Only errors with an occurrence in this environment. */
                environment?: components["parameters"]["ErrorEnvironment"] | undefined;
                /** @description Only errors of this assignee, or errors without one with `none`; may be repeated to match any of several. */
                assignee_id?: components["parameters"]["ErrorAssigneeId"] | undefined;
                /** @description Only errors with an occurrence that has this tag, written `name:value`; if repeated, errors that have all of them. */
                tag?: components["parameters"]["ErrorTags"] | undefined;
                /** @description Only errors that occurred for the first time at this time or later. */
                first_seen_after?: components["parameters"]["ErrorFirstSeenAfter"] | undefined;
                /** @description Only errors that occurred for the first time before this time. */
                first_seen_before?: components["parameters"]["ErrorFirstSeenBefore"] | undefined;
                /** @description Only errors that occurred for the last time at this time or later. */
                last_seen_after?: components["parameters"]["ErrorLastSeenAfter"] | undefined;
                /** @description Only errors that occurred for the last time before this time. */
                last_seen_before?: components["parameters"]["ErrorLastSeenBefore"] | undefined;
                /** @description Only errors whose title, message or culprit match the search, which works like a web search: words in any order, "a phrase", or, -without. Words are separated by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings. Any part of Chinese, Japanese or Korean text matches. A word that contains punctuation is a phrase. The search filters and does not rank. */
                q?: components["parameters"]["ErrorSearch"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of errors. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/errors?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorGroupPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportErrors: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorReportBatch"];
            };
        };
        responses: {
            /** @description One result for each report. */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReportReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    bulkErrors: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorBulk"];
            };
        };
        responses: {
            /** @description One result for each operation; with `atomic`, all of them succeeded. */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfBulk"];
                    RateLimit: components["headers"]["RateLimitOfBulk"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBulkReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getErrorStats: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only errors of this project; may be repeated to match any of several. */
                project_id?: components["parameters"]["ErrorProjectIds"] | undefined;
                /** @description Only this error. */
                error_id?: components["schemas"]["Id"] | undefined;
                /** @description Only errors with an occurrence in this environment. */
                environment?: components["parameters"]["ErrorEnvironment"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTrendingErrors: {
        parameters: {
            query?: {
                /** @description How long both periods are. */
                period?: components["schemas"]["TrendPeriod"] | undefined;
                /** @description Only errors of this project; may be repeated to match any of several. */
                project_id?: components["parameters"]["ErrorProjectIds"] | undefined;
                /** @description Only errors with an occurrence in this environment. */
                environment?: components["parameters"]["ErrorEnvironment"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The errors. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendingErrors"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReleases: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ReleaseSort"] | undefined;
                /** @description Only the release with this name. */
                release?: string | undefined;
                /** @description Only releases that were seen in this environment, with what was reported there. `first_seen_at` stays that of the release. */
                environment?: string | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The project.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of releases. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/releases?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getError: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The error. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorGroup"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteError: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The error was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateError: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ErrorUpdate"];
            };
        };
        responses: {
            /** @description The error after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorGroup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listErrorAlertRules: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ErrorAlertRuleSort"] | undefined;
                /** @description Only rules of this project; may be repeated to match any of several. */
                project_id?: components["schemas"]["Id"][] | undefined;
                /** @description Only rules of this kind; may be repeated to match any of several. */
                kind?: components["schemas"]["ErrorAlertKind"][] | undefined;
                /** @description If true, only rules that are evaluated; if false, only the others; both if absent. */
                is_active?: boolean | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rules. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/error-alert-rules?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAlertRulePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createErrorAlertRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorAlertRuleCreate"];
            };
        };
        responses: {
            /** @description The rule. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/error-alert-rules/01939b7c-2f4e-7a10-8c55-0a1b2c3d0d00
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAlertRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getErrorAlertRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The alert rule.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0d00
                 */
                rule_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAlertRule"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteErrorAlertRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The alert rule.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0d00
                 */
                rule_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateErrorAlertRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version to change; the request returns 412 if the resource has another version. Several may be listed; `*` matches any version. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /**
                 * @description The alert rule.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0d00
                 */
                rule_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ErrorAlertRuleUpdate"];
            };
        };
        responses: {
            /** @description The rule after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETagOfVersion2"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAlertRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listErrorAlerts: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ErrorAlertSort"] | undefined;
                /** @description Only alerts of this project; may be repeated to match any of several. */
                project_id?: components["schemas"]["Id"][] | undefined;
                /** @description Only alerts of this kind; may be repeated to match any of several. */
                kind?: components["schemas"]["ErrorAlertKind"][] | undefined;
                /** @description Only alerts of this rule. */
                rule_id?: components["schemas"]["Id"] | undefined;
                /** @description Only alerts about this error. */
                error_id?: components["schemas"]["Id"] | undefined;
                /** @description Only firing alerts, or only cleared ones; both if absent. */
                status?: components["schemas"]["ErrorAlertStatus"] | undefined;
                /** @description Only alerts that fired at or after this time. */
                fired_after?: components["schemas"]["Instant"] | undefined;
                /** @description Only alerts that fired before this time. */
                fired_before?: components["schemas"]["Instant"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/error-alerts?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAlertPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listErrorOccurrences: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ErrorOccurrenceSort"] | undefined;
                /** @description Only occurrences in this release. */
                release?: string | undefined;
                /** @description Only occurrences in this environment. */
                environment?: string | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of occurrences. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00/occurrences?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorOccurrencePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTaskFromError: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value chosen by the caller that makes the request safe to repeat with the same session or API key. The first response is kept for at least 24 hours and returned again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /**
                 * @description The error.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                 */
                error_id: components["parameters"]["ErrorId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorTaskCreate"];
            };
        };
        responses: {
            /** @description The task. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0310
                     */
                    Location: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ActivitySort"] | undefined;
                /** @description Only events of this project. The list is empty for a project that the caller cannot see. */
                project_id?: components["schemas"]["Id"] | undefined;
                /** @description Only events that this user caused. */
                actor_id?: components["schemas"]["Id"] | undefined;
                /** @description Only events of these types; may be repeated. */
                type?: components["schemas"]["ActivityType"][] | undefined;
                /** @description Only events at this time or later. */
                created_after?: components["schemas"]["Instant"] | undefined;
                /** @description Only events before this time. */
                created_before?: components["schemas"]["Instant"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the feed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/activity?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAnalyticsOverview: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only what belongs to this project. All figures are zero for a project that the caller cannot see. */
                project_id?: components["parameters"]["AnalyticsProjectId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsOverview"];
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTaskAnalytics: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only what belongs to this project. All figures are zero for a project that the caller cannot see. */
                project_id?: components["parameters"]["AnalyticsProjectId"] | undefined;
                /** @description Only tasks that belong to this milestone now, which makes `open` and `ideal_open` its burn-down. */
                milestone_id?: components["parameters"]["AnalyticsMilestoneId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAnalytics"];
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEventAnalytics: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only what belongs to this project. All figures are zero for a project that the caller cannot see. */
                project_id?: components["parameters"]["AnalyticsProjectId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnalytics"];
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getErrorAnalytics: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only what belongs to this project. All figures are zero for a project that the caller cannot see. */
                project_id?: components["parameters"]["AnalyticsProjectId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnalytics"];
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUserAnalytics: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
                /** @description Only what belongs to this project. All figures are zero for a project that the caller cannot see. */
                project_id?: components["parameters"]["AnalyticsProjectId"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnalytics"];
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPerformanceAnalytics: {
        parameters: {
            query?: {
                /** @description Where the range begins. By default it has 30 days, of which the last is that of `to`. */
                from?: components["parameters"]["RangeFrom"] | undefined;
                /** @description Where the range ends; what happens at this time is not in it. By default the time of the request. */
                to?: components["parameters"]["RangeTo"] | undefined;
                /** @description The intervals that the range is divided into, at most 1,000. The first and the last may be cut by the range. */
                interval?: components["parameters"]["RangeInterval"] | undefined;
                /** @description The time zone in which days, weeks and months begin. A day that a change to or from daylight saving time makes shorter or longer has 23 or 25 hours. */
                time_zone?: components["parameters"]["RangeTimeZone"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceAnalytics"];
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["AuditEntrySort"] | undefined;
                /** @description The log to read; the log of the installation is for operators. */
                log?: components["parameters"]["AuditLogName"] | undefined;
                /** @description Only changes by this user. */
                actor_id?: components["parameters"]["AuditActorId"] | undefined;
                /** @description Only these actions, for example `task.create`; may be repeated. */
                action?: components["parameters"]["AuditAction"] | undefined;
                /** @description Only changes of resources of this type, for example `task`. */
                resource_type?: components["parameters"]["AuditResourceType"] | undefined;
                /** @description Only changes of this resource. */
                resource_id?: components["parameters"]["AuditResourceId"] | undefined;
                /** @description Only changes in this project. */
                project_id?: components["parameters"]["AuditProjectId"] | undefined;
                /** @description Only changes by the request with this id, which is the `X-Request-Id` of its response. */
                request_id?: components["parameters"]["AuditRequestId"] | undefined;
                /** @description Only changes at this time or later. */
                created_after?: components["parameters"]["AuditedAfter"] | undefined;
                /** @description Only changes before this time. */
                created_before?: components["parameters"]["AuditedBefore"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/audit-log?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportAuditLog: {
        parameters: {
            query?: {
                /** @description The log to read; the log of the installation is for operators. */
                log?: components["parameters"]["AuditLogName"] | undefined;
                /** @description Only changes by this user. */
                actor_id?: components["parameters"]["AuditActorId"] | undefined;
                /** @description Only these actions, for example `task.create`; may be repeated. */
                action?: components["parameters"]["AuditAction"] | undefined;
                /** @description Only changes of resources of this type, for example `task`. */
                resource_type?: components["parameters"]["AuditResourceType"] | undefined;
                /** @description Only changes of this resource. */
                resource_id?: components["parameters"]["AuditResourceId"] | undefined;
                /** @description Only changes in this project. */
                project_id?: components["parameters"]["AuditProjectId"] | undefined;
                /** @description Only changes by the request with this id, which is the `X-Request-Id` of its response. */
                request_id?: components["parameters"]["AuditRequestId"] | undefined;
                /** @description Only changes at this time or later. */
                created_after?: components["parameters"]["AuditedAfter"] | undefined;
                /** @description Only changes before this time. */
                created_before?: components["parameters"]["AuditedBefore"] | undefined;
                /** @description Whether CSV begins with a byte order mark, which Excel needs to detect UTF-8. NDJSON never has one. */
                bom?: components["parameters"]["ByteOrderMark"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. A body without its last chunk is incomplete. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    "Content-Disposition": components["headers"]["Attachment"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verifyAuditLog: {
        parameters: {
            query?: {
                /** @description The log to read; the log of the installation is for operators. */
                log?: components["parameters"]["AuditLogName"] | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAuditEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The entry.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0900
                 */
                entry_id: components["parameters"]["AuditEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDeprecations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deprecated operations that the caller uses. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecationList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listContractViolations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["ContractViolationSort"] | undefined;
                /** @description Only violations of the operation with this name, in either version. */
                operation_id?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/contract/violations?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractViolationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOperationUsage: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. Entries of one operation are sorted by key. */
                sort?: components["schemas"]["OperationUsageSort"] | undefined;
                /** @description Whose keys; the keys of all organizations are for operators. */
                keys?: components["schemas"]["OperationUsageKeys"] | undefined;
                /** @description Only the operations with these names; may be repeated. */
                operation_id?: string[] | undefined;
                /** @description Only operations of this version of the contract. */
                version?: components["schemas"]["ContractVersion"] | undefined;
                /** @description The first day to count, in UTC; 29 days ago if absent. */
                since?: string | undefined;
            };
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/contract/usage?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationUsagePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the previous page. It is valid with the same filters and the same order only; otherwise the response is 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Whether to return the number of all matching entries as `page.total`. Counting takes time in large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The sort order; a leading minus sign reverses it. */
                sort?: components["schemas"]["IncidentSort"] | undefined;
                /** @description Only open, or only closed incidents. */
                status?: components["schemas"]["IncidentStatusFilter"] | undefined;
                /** @description Only incidents of these kinds; may be repeated. */
                kind?: components["schemas"]["IncidentKindFilter"][] | undefined;
                /** @description Only incidents of the part with this name, such as a job or an operation. */
                service?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of incidents. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    /**
                     * @description The next page, as rel="next"; absent on the last one (RFC 8288).
                     * @example </api/v2/incidents?cursor=eyJ2IjoxLCJhZnRlciI6MTB9.c2lnbmF0dXJlLW9mLXRoZS1jdXJzb3ItYnktc2VydmU>; rel="next"
                     */
                    Link?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has. If the resource still has that version, a read returns 304 without a body, any other request 412. Several may be listed; `*` matches any version. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /**
                 * @description The incident.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0800
                 */
                incident_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incident. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    onImportCompleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onImportFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserRegistered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserVerified: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserDeactivated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSessionCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSessionRevoked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSessionSuspicious: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApiKeyCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApiKeyRotated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApiKeyDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrganizationCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrganizationUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrganizationDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMemberAdded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMemberUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMemberRemoved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onInvitationCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onInvitationAccepted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onInvitationRevoked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProjectCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProjectUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProjectArchived: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProjectDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onLabelCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onLabelUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onLabelDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMilestoneCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMilestoneUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMilestoneDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaskCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaskUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChangeEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaskTransitioned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChangeEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaskDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDependencyAdded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskDependencyEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDependencyRemoved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskDependencyEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCommentCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCommentUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCommentDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onErrorCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onErrorRegressed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertFired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorAlertEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertCleared: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorAlertEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onIncidentOpened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onIncidentClosed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onErrorResolved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onErrorIgnored: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorEvent"];
            };
        };
        responses: {
            /** @description The receiver accepted the event; any 2xx status is sufficient. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}

export type ActivityEntry = components['schemas']['ActivityEntry'];
export type ActivityPage = components['schemas']['ActivityPage'];
export type ActivitySort = components['schemas']['ActivitySort'];
export type ActivityType = components['schemas']['ActivityType'];
export type AnalyticsFigure = components['schemas']['AnalyticsFigure'];
export type AnalyticsOverview = components['schemas']['AnalyticsOverview'];
export type AnalyticsPeriod = components['schemas']['AnalyticsPeriod'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyCreate = components['schemas']['ApiKeyCreate'];
export type ApiKeyCreated = components['schemas']['ApiKeyCreated'];
export type ApiKeyDayUsage = components['schemas']['ApiKeyDayUsage'];
export type ApiKeyEvent = components['schemas']['ApiKeyEvent'];
export type ApiKeyOperationUsage = components['schemas']['ApiKeyOperationUsage'];
export type ApiKeyPage = components['schemas']['ApiKeyPage'];
export type ApiKeyRotation = components['schemas']['ApiKeyRotation'];
export type ApiKeyScope = components['schemas']['ApiKeyScope'];
export type ApiKeySort = components['schemas']['ApiKeySort'];
export type ApiKeyUpdate = components['schemas']['ApiKeyUpdate'];
export type ApiKeyUsage = components['schemas']['ApiKeyUsage'];
export type AuditActorType = components['schemas']['AuditActorType'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditEntryPage = components['schemas']['AuditEntryPage'];
export type AuditEntrySort = components['schemas']['AuditEntrySort'];
export type AuditFaultKind = components['schemas']['AuditFaultKind'];
export type AuditLogOwner = components['schemas']['AuditLogOwner'];
export type AuditRow = components['schemas']['AuditRow'];
export type AuditSnapshot = components['schemas']['AuditSnapshot'];
export type AuditVerification = components['schemas']['AuditVerification'];
export type CloudEvent = components['schemas']['CloudEvent'];
export type CloudEventBatch = components['schemas']['CloudEventBatch'];
export type Comment = components['schemas']['Comment'];
export type CommentCreate = components['schemas']['CommentCreate'];
export type CommentEvent = components['schemas']['CommentEvent'];
export type CommentKind = components['schemas']['CommentKind'];
export type CommentPage = components['schemas']['CommentPage'];
export type CommentRecord = components['schemas']['CommentRecord'];
export type CommentSort = components['schemas']['CommentSort'];
export type CommentUpdate = components['schemas']['CommentUpdate'];
export type ComponentHealth = components['schemas']['ComponentHealth'];
export type ContractVersion = components['schemas']['ContractVersion'];
export type ContractViolation = components['schemas']['ContractViolation'];
export type ContractViolationPage = components['schemas']['ContractViolationPage'];
export type ContractViolationPart = components['schemas']['ContractViolationPart'];
export type ContractViolationSort = components['schemas']['ContractViolationSort'];
export type ContributionsByType = components['schemas']['ContributionsByType'];
export type ContributionsByUser = components['schemas']['ContributionsByUser'];
export type CredentialKind = components['schemas']['CredentialKind'];
export type CredentialType = components['schemas']['CredentialType'];
export type Credentials = components['schemas']['Credentials'];
export type DependencyDirection = components['schemas']['DependencyDirection'];
export type DependencyRecord = components['schemas']['DependencyRecord'];
export type DeprecationList = components['schemas']['DeprecationList'];
export type DeprecationUse = components['schemas']['DeprecationUse'];
export type DeprecationUseOfKey = components['schemas']['DeprecationUseOfKey'];
export type DetailedHealth = components['schemas']['DetailedHealth'];
export type DurationFigures = components['schemas']['DurationFigures'];
export type EmailAddress = components['schemas']['EmailAddress'];
export type EmailChoice = components['schemas']['EmailChoice'];
export type EmailVerification = components['schemas']['EmailVerification'];
export type Envelope = components['schemas']['Envelope'];
export type ErrorAlert = components['schemas']['ErrorAlert'];
export type ErrorAlertEvent = components['schemas']['ErrorAlertEvent'];
export type ErrorAlertKind = components['schemas']['ErrorAlertKind'];
export type ErrorAlertPage = components['schemas']['ErrorAlertPage'];
export type ErrorAlertRule = components['schemas']['ErrorAlertRule'];
export type ErrorAlertRuleCreate = components['schemas']['ErrorAlertRuleCreate'];
export type ErrorAlertRulePage = components['schemas']['ErrorAlertRulePage'];
export type ErrorAlertRuleSort = components['schemas']['ErrorAlertRuleSort'];
export type ErrorAlertRuleUpdate = components['schemas']['ErrorAlertRuleUpdate'];
export type ErrorAlertSort = components['schemas']['ErrorAlertSort'];
export type ErrorAlertStatus = components['schemas']['ErrorAlertStatus'];
export type ErrorAnalytics = components['schemas']['ErrorAnalytics'];
export type ErrorBreadcrumb = components['schemas']['ErrorBreadcrumb'];
export type ErrorBulk = components['schemas']['ErrorBulk'];
export type ErrorBulkDelete = components['schemas']['ErrorBulkDelete'];
export type ErrorBulkOperation = components['schemas']['ErrorBulkOperation'];
export type ErrorBulkReport = components['schemas']['ErrorBulkReport'];
export type ErrorBulkResult = components['schemas']['ErrorBulkResult'];
export type ErrorBulkUpdate = components['schemas']['ErrorBulkUpdate'];
export type ErrorCause = components['schemas']['ErrorCause'];
export type ErrorContext = components['schemas']['ErrorContext'];
export type ErrorDecision = components['schemas']['ErrorDecision'];
export type ErrorEnvironmentCount = components['schemas']['ErrorEnvironmentCount'];
export type ErrorEvent = components['schemas']['ErrorEvent'];
export type ErrorFiguresBucket = components['schemas']['ErrorFiguresBucket'];
export type ErrorFiguresByEnvironment = components['schemas']['ErrorFiguresByEnvironment'];
export type ErrorFiguresByError = components['schemas']['ErrorFiguresByError'];
export type ErrorFiguresByLevel = components['schemas']['ErrorFiguresByLevel'];
export type ErrorGroup = components['schemas']['ErrorGroup'];
export type ErrorGroupCounts = components['schemas']['ErrorGroupCounts'];
export type ErrorGroupPage = components['schemas']['ErrorGroupPage'];
export type ErrorInterval = components['schemas']['ErrorInterval'];
export type ErrorLevel = components['schemas']['ErrorLevel'];
export type ErrorLevelCount = components['schemas']['ErrorLevelCount'];
export type ErrorOccurrence = components['schemas']['ErrorOccurrence'];
export type ErrorOccurrencePage = components['schemas']['ErrorOccurrencePage'];
export type ErrorOccurrenceSort = components['schemas']['ErrorOccurrenceSort'];
export type ErrorOverview = components['schemas']['ErrorOverview'];
export type ErrorPerson = components['schemas']['ErrorPerson'];
export type ErrorReleaseCount = components['schemas']['ErrorReleaseCount'];
export type ErrorReport = components['schemas']['ErrorReport'];
export type ErrorReportBatch = components['schemas']['ErrorReportBatch'];
export type ErrorReportOutcome = components['schemas']['ErrorReportOutcome'];
export type ErrorReportReceipt = components['schemas']['ErrorReportReceipt'];
export type ErrorReportResult = components['schemas']['ErrorReportResult'];
export type ErrorRequest = components['schemas']['ErrorRequest'];
export type ErrorSort = components['schemas']['ErrorSort'];
export type ErrorStats = components['schemas']['ErrorStats'];
export type ErrorStatus = components['schemas']['ErrorStatus'];
export type ErrorStatusCount = components['schemas']['ErrorStatusCount'];
export type ErrorTagValues = components['schemas']['ErrorTagValues'];
export type ErrorTaskCreate = components['schemas']['ErrorTaskCreate'];
export type ErrorTopCount = components['schemas']['ErrorTopCount'];
export type ErrorUpdate = components['schemas']['ErrorUpdate'];
export type Event = components['schemas']['Event'];
export type EventAnalytics = components['schemas']['EventAnalytics'];
export type EventBatch = components['schemas']['EventBatch'];
export type EventBytes = components['schemas']['EventBytes'];
export type EventData = components['schemas']['EventData'];
export type EventExtensions = components['schemas']['EventExtensions'];
export type EventFiguresBucket = components['schemas']['EventFiguresBucket'];
export type EventFiguresBySource = components['schemas']['EventFiguresBySource'];
export type EventFiguresByType = components['schemas']['EventFiguresByType'];
export type EventInput = components['schemas']['EventInput'];
export type EventOutcome = components['schemas']['EventOutcome'];
export type EventOverview = components['schemas']['EventOverview'];
export type EventPage = components['schemas']['EventPage'];
export type EventProjectRow = components['schemas']['EventProjectRow'];
export type EventReceipt = components['schemas']['EventReceipt'];
export type EventResult = components['schemas']['EventResult'];
export type EventRetention = components['schemas']['EventRetention'];
export type EventRetentionReplacement = components['schemas']['EventRetentionReplacement'];
export type EventSort = components['schemas']['EventSort'];
export type EventSourcePage = components['schemas']['EventSourcePage'];
export type EventSourceRow = components['schemas']['EventSourceRow'];
export type EventSourceSort = components['schemas']['EventSourceSort'];
export type EventStats = components['schemas']['EventStats'];
export type EventTimeline = components['schemas']['EventTimeline'];
export type EventTimelineBucket = components['schemas']['EventTimelineBucket'];
export type EventType = components['schemas']['EventType'];
export type EventTypePage = components['schemas']['EventTypePage'];
export type EventTypeRow = components['schemas']['EventTypeRow'];
export type EventTypeSort = components['schemas']['EventTypeSort'];
export type GithubArchive = components['schemas']['GithubArchive'];
export type Health = components['schemas']['Health'];
export type HealthFact = components['schemas']['HealthFact'];
export type HealthStatus = components['schemas']['HealthStatus'];
export type Id = components['schemas']['Id'];
export type Import = components['schemas']['Import'];
export type ImportCount = components['schemas']['ImportCount'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportEvent = components['schemas']['ImportEvent'];
export type ImportPage = components['schemas']['ImportPage'];
export type ImportRefusal = components['schemas']['ImportRefusal'];
export type ImportSort = components['schemas']['ImportSort'];
export type ImportSource = components['schemas']['ImportSource'];
export type ImportStatus = components['schemas']['ImportStatus'];
export type Incident = components['schemas']['Incident'];
export type IncidentEvent = components['schemas']['IncidentEvent'];
export type IncidentKind = components['schemas']['IncidentKind'];
export type IncidentKindFilter = components['schemas']['IncidentKindFilter'];
export type IncidentPage = components['schemas']['IncidentPage'];
export type IncidentSort = components['schemas']['IncidentSort'];
export type IncidentStatus = components['schemas']['IncidentStatus'];
export type IncidentStatusFilter = components['schemas']['IncidentStatusFilter'];
export type InitialTaskStatus = components['schemas']['InitialTaskStatus'];
export type Instant = components['schemas']['Instant'];
export type Invitation = components['schemas']['Invitation'];
export type InvitationAcceptance = components['schemas']['InvitationAcceptance'];
export type InvitationCreate = components['schemas']['InvitationCreate'];
export type InvitationEvent = components['schemas']['InvitationEvent'];
export type InvitationPage = components['schemas']['InvitationPage'];
export type InvitationPreview = components['schemas']['InvitationPreview'];
export type InvitationSort = components['schemas']['InvitationSort'];
export type InvitationStatus = components['schemas']['InvitationStatus'];
export type Label = components['schemas']['Label'];
export type LabelColor = components['schemas']['LabelColor'];
export type LabelCreate = components['schemas']['LabelCreate'];
export type LabelEvent = components['schemas']['LabelEvent'];
export type LabelPage = components['schemas']['LabelPage'];
export type LabelRecord = components['schemas']['LabelRecord'];
export type LabelSort = components['schemas']['LabelSort'];
export type LabelUpdate = components['schemas']['LabelUpdate'];
export type Liveness = components['schemas']['Liveness'];
export type LogInOutcome = components['schemas']['LogInOutcome'];
export type MeUpdate = components['schemas']['MeUpdate'];
export type Member = components['schemas']['Member'];
export type MemberEvent = components['schemas']['MemberEvent'];
export type MemberPage = components['schemas']['MemberPage'];
export type MemberRecord = components['schemas']['MemberRecord'];
export type MemberSort = components['schemas']['MemberSort'];
export type MemberUpdate = components['schemas']['MemberUpdate'];
export type MfaChallenge = components['schemas']['MfaChallenge'];
export type MfaLogIn = components['schemas']['MfaLogIn'];
export type Milestone = components['schemas']['Milestone'];
export type MilestoneCreate = components['schemas']['MilestoneCreate'];
export type MilestoneEvent = components['schemas']['MilestoneEvent'];
export type MilestonePage = components['schemas']['MilestonePage'];
export type MilestoneProgress = components['schemas']['MilestoneProgress'];
export type MilestoneRecord = components['schemas']['MilestoneRecord'];
export type MilestoneSort = components['schemas']['MilestoneSort'];
export type MilestoneState = components['schemas']['MilestoneState'];
export type MilestoneUpdate = components['schemas']['MilestoneUpdate'];
export type MyInvitationSort = components['schemas']['MyInvitationSort'];
export type MySessionSort = components['schemas']['MySessionSort'];
export type NameUsage = components['schemas']['NameUsage'];
export type OperationUsage = components['schemas']['OperationUsage'];
export type OperationUsageKeys = components['schemas']['OperationUsageKeys'];
export type OperationUsagePage = components['schemas']['OperationUsagePage'];
export type OperationUsageSort = components['schemas']['OperationUsageSort'];
export type Organization = components['schemas']['Organization'];
export type OrganizationCreate = components['schemas']['OrganizationCreate'];
export type OrganizationEvent = components['schemas']['OrganizationEvent'];
export type OrganizationPage = components['schemas']['OrganizationPage'];
export type OrganizationRole = components['schemas']['OrganizationRole'];
export type OrganizationSlug = components['schemas']['OrganizationSlug'];
export type OrganizationSort = components['schemas']['OrganizationSort'];
export type OrganizationUpdate = components['schemas']['OrganizationUpdate'];
export type Origin = components['schemas']['Origin'];
export type OverviewRow = components['schemas']['OverviewRow'];
export type Page = components['schemas']['Page'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordReset = components['schemas']['PasswordReset'];
export type PasswordResetReceipt = components['schemas']['PasswordResetReceipt'];
export type PerformanceAnalytics = components['schemas']['PerformanceAnalytics'];
export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type ProblemViolation = components['schemas']['ProblemViolation'];
export type Project = components['schemas']['Project'];
export type ProjectCreate = components['schemas']['ProjectCreate'];
export type ProjectEvent = components['schemas']['ProjectEvent'];
export type ProjectKey = components['schemas']['ProjectKey'];
export type ProjectMember = components['schemas']['ProjectMember'];
export type ProjectMemberPage = components['schemas']['ProjectMemberPage'];
export type ProjectMemberSet = components['schemas']['ProjectMemberSet'];
export type ProjectMemberSort = components['schemas']['ProjectMemberSort'];
export type ProjectNumber = components['schemas']['ProjectNumber'];
export type ProjectPage = components['schemas']['ProjectPage'];
export type ProjectRecord = components['schemas']['ProjectRecord'];
export type ProjectRole = components['schemas']['ProjectRole'];
export type ProjectSort = components['schemas']['ProjectSort'];
export type ProjectStats = components['schemas']['ProjectStats'];
export type ProjectTaskSort = components['schemas']['ProjectTaskSort'];
export type ProjectUpdate = components['schemas']['ProjectUpdate'];
export type ProjectVisibility = components['schemas']['ProjectVisibility'];
export type PublicKey = components['schemas']['PublicKey'];
export type Readiness = components['schemas']['Readiness'];
export type ReceivedInvitation = components['schemas']['ReceivedInvitation'];
export type ReceivedInvitationPage = components['schemas']['ReceivedInvitationPage'];
export type RecordStream = components['schemas']['RecordStream'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type Refusal = components['schemas']['Refusal'];
export type Registration = components['schemas']['Registration'];
export type RegistrationReceipt = components['schemas']['RegistrationReceipt'];
export type Release = components['schemas']['Release'];
export type ReleasePage = components['schemas']['ReleasePage'];
export type ReleaseSort = components['schemas']['ReleaseSort'];
export type ReportReceipt = components['schemas']['ReportReceipt'];
export type ReportedBreadcrumb = components['schemas']['ReportedBreadcrumb'];
export type ReportedCause = components['schemas']['ReportedCause'];
export type ReportedFrame = components['schemas']['ReportedFrame'];
export type ReportedPerson = components['schemas']['ReportedPerson'];
export type ReportedRequest = components['schemas']['ReportedRequest'];
export type ReportingKey = components['schemas']['ReportingKey'];
export type ReportingKeyCreate = components['schemas']['ReportingKeyCreate'];
export type ReportingKeyPage = components['schemas']['ReportingKeyPage'];
export type ReportingKeySort = components['schemas']['ReportingKeySort'];
export type ReportingKeyUpdate = components['schemas']['ReportingKeyUpdate'];
export type RequestFigures = components['schemas']['RequestFigures'];
export type RequestFiguresBucket = components['schemas']['RequestFiguresBucket'];
export type RequestFiguresByCredential = components['schemas']['RequestFiguresByCredential'];
export type RequestFiguresByOperation = components['schemas']['RequestFiguresByOperation'];
export type RequestFiguresRow = components['schemas']['RequestFiguresRow'];
export type RequestOverview = components['schemas']['RequestOverview'];
export type Session = components['schemas']['Session'];
export type SessionAgentCount = components['schemas']['SessionAgentCount'];
export type SessionCsrfToken = components['schemas']['SessionCsrfToken'];
export type SessionDayCount = components['schemas']['SessionDayCount'];
export type SessionEvent = components['schemas']['SessionEvent'];
export type SessionFacts = components['schemas']['SessionFacts'];
export type SessionPage = components['schemas']['SessionPage'];
export type SessionSort = components['schemas']['SessionSort'];
export type SessionStart = components['schemas']['SessionStart'];
export type SessionStats = components['schemas']['SessionStats'];
export type SessionSuspicion = components['schemas']['SessionSuspicion'];
export type SourceMap = components['schemas']['SourceMap'];
export type SourceMapDocument = components['schemas']['SourceMapDocument'];
export type SourceMapPage = components['schemas']['SourceMapPage'];
export type SourceMapSort = components['schemas']['SourceMapSort'];
export type SourceMapUpload = components['schemas']['SourceMapUpload'];
export type StackFrame = components['schemas']['StackFrame'];
export type StoredEvent = components['schemas']['StoredEvent'];
export type Successor = components['schemas']['Successor'];
export type Task = components['schemas']['Task'];
export type TaskAnalytics = components['schemas']['TaskAnalytics'];
export type TaskBulk = components['schemas']['TaskBulk'];
export type TaskBulkAddLabel = components['schemas']['TaskBulkAddLabel'];
export type TaskBulkCreate = components['schemas']['TaskBulkCreate'];
export type TaskBulkDelete = components['schemas']['TaskBulkDelete'];
export type TaskBulkOperation = components['schemas']['TaskBulkOperation'];
export type TaskBulkRemoveLabel = components['schemas']['TaskBulkRemoveLabel'];
export type TaskBulkReport = components['schemas']['TaskBulkReport'];
export type TaskBulkResult = components['schemas']['TaskBulkResult'];
export type TaskBulkTransition = components['schemas']['TaskBulkTransition'];
export type TaskBulkUpdate = components['schemas']['TaskBulkUpdate'];
export type TaskChange = components['schemas']['TaskChange'];
export type TaskChangeEvent = components['schemas']['TaskChangeEvent'];
export type TaskChangeRecord = components['schemas']['TaskChangeRecord'];
export type TaskCountsByPriority = components['schemas']['TaskCountsByPriority'];
export type TaskCountsByStatus = components['schemas']['TaskCountsByStatus'];
export type TaskCountsByType = components['schemas']['TaskCountsByType'];
export type TaskCreate = components['schemas']['TaskCreate'];
export type TaskDependency = components['schemas']['TaskDependency'];
export type TaskDependencyEvent = components['schemas']['TaskDependencyEvent'];
export type TaskDependencyPage = components['schemas']['TaskDependencyPage'];
export type TaskDependencySort = components['schemas']['TaskDependencySort'];
export type TaskEvent = components['schemas']['TaskEvent'];
export type TaskFigures = components['schemas']['TaskFigures'];
export type TaskFiguresBucket = components['schemas']['TaskFiguresBucket'];
export type TaskFiguresByAssignee = components['schemas']['TaskFiguresByAssignee'];
export type TaskFiguresByPriority = components['schemas']['TaskFiguresByPriority'];
export type TaskFiguresByType = components['schemas']['TaskFiguresByType'];
export type TaskFiguresRow = components['schemas']['TaskFiguresRow'];
export type TaskHistoryEntry = components['schemas']['TaskHistoryEntry'];
export type TaskHistoryPage = components['schemas']['TaskHistoryPage'];
export type TaskHistorySort = components['schemas']['TaskHistorySort'];
export type TaskOriginKind = components['schemas']['TaskOriginKind'];
export type TaskOverview = components['schemas']['TaskOverview'];
export type TaskPage = components['schemas']['TaskPage'];
export type TaskPriority = components['schemas']['TaskPriority'];
export type TaskRecord = components['schemas']['TaskRecord'];
export type TaskReference = components['schemas']['TaskReference'];
export type TaskRow = components['schemas']['TaskRow'];
export type TaskSort = components['schemas']['TaskSort'];
export type TaskStatus = components['schemas']['TaskStatus'];
export type TaskTransition = components['schemas']['TaskTransition'];
export type TaskType = components['schemas']['TaskType'];
export type TaskUpdate = components['schemas']['TaskUpdate'];
export type TimeInterval = components['schemas']['TimeInterval'];
export type TimeZone = components['schemas']['TimeZone'];
export type Timestamp = components['schemas']['Timestamp'];
export type TotpCode = components['schemas']['TotpCode'];
export type TotpConfirmation = components['schemas']['TotpConfirmation'];
export type TotpEnrolment = components['schemas']['TotpEnrolment'];
export type TrendPeriod = components['schemas']['TrendPeriod'];
export type TrendingError = components['schemas']['TrendingError'];
export type TrendingErrors = components['schemas']['TrendingErrors'];
export type User = components['schemas']['User'];
export type UserAnalytics = components['schemas']['UserAnalytics'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserEvent = components['schemas']['UserEvent'];
export type UserFiguresBucket = components['schemas']['UserFiguresBucket'];
export type UserName = components['schemas']['UserName'];
export type UserOverview = components['schemas']['UserOverview'];
export type UserPage = components['schemas']['UserPage'];
export type UserSort = components['schemas']['UserSort'];
export type UserStatus = components['schemas']['UserStatus'];
export type UserUpdate = components['schemas']['UserUpdate'];
export type VerifiedAccount = components['schemas']['VerifiedAccount'];
export type Version = components['schemas']['Version'];
