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
         * Whether the service is well
         * @description Returns 503 while the database does not respond.
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
         * Whether the process is alive
         * @description For a supervisor that restarts what has stopped responding; looks at nothing but the process.
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
         * Whether requests may be sent here
         * @description For a load balancer; 503 while the process starts, drains, or cannot reach its database.
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
         * Each part of the service with its state
         * @description For operators. Always 200 while the process can respond; the parts carry their own state.
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
         * @description Always returns 202 and writes to the address: a link that verifies it, or, where it has an account already, a note saying so. Nobody can probe for accounts with it. The account can log in once the address is verified; name and password are those of the registration whose link is followed. At most five such mails an hour go to one address. Passwords on the list of common ones return 409 `password_rejected`.
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
         * @description The first verification opens the account: it creates the user's own organization, a first project with a few starting tasks, and sends a welcome mail. All of it happens or nothing does, so a failed call can be repeated. A token works once, for 24 hours; after that 409 `token_invalid`. Where the address was registered several times with different passwords, or was invited by an operator, the account opens without a password (`has_password` false), and `requestPasswordReset` lets its owner set one.
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
         * @description Always returns 202, and writes only where an account of that address waits for its verification. The new link opens the registration that is waiting; where several are, nobody can tell whose password is the owner's, so the account opens without one, and `requestPasswordReset` gives it one. Counts among the five mails an hour that registrations may send to one address.
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
         * Ask for a mail that resets the password
         * @description Always returns 202, and writes only to the verified address of an account: a link that works once, for an hour. At most three such mails an hour go to one address. Nothing else changes: the password holds until `resetPassword`.
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
         * @description Ends every session of the user, everywhere at once, and lets nobody wait any longer because of failed log-ins. API keys go on, and a mail names them, unless `revoke_api_keys` ends them. A token works once, for an hour; after that 409 `token_invalid`. A common password returns 409 `password_rejected`, one of the last five 409 `password_reused`; the token stays good then. The token of an operator's invitation works for seven days, and opens the account as the first verification does.
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
         * Change one's own password
         * @description Needs the current one (409 `password_wrong`; attempts are slowed down as log-ins are). Ends the user's other sessions, and the session of the request goes on under a new id, token and CSRF token, for its full time; API keys go on, and a mail names them, unless `revoke_api_keys` ends them. A common password returns 409 `password_rejected`, one of the last five 409 `password_reused`. An API key gets 403 `session_required`; where a second factor is on, a session that has not shown it in the last 15 minutes gets 403 `fresh_session_required`.
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
         * @description Starts a session: send `token` as bearer token, or let the browser keep the cookie and send `csrf_token` as `X-CSRF-Token` with unsafe requests. A session ends after 12 hours without use, and after 30 days in any case. Where the account has a second factor, a challenge comes instead, for `completeMfaLogIn`, and no cookie (`kind` tells which). An unknown address, a wrong password and an address that is not verified get the same 401. Failed attempts slow down the account and the client's address (429), for at most 15 minutes.
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
         * @description Takes the challenge that `logIn` answered and a code: the six digits that the authenticator shows, each good once, or a recovery code, which is used up. A wrong code returns 401 `mfa_code_invalid`, and after five of them, or five minutes, the challenge returns 401 `mfa_challenge_invalid`: log in again. Wrong codes slow the account's second factor down (429), for at most 15 minutes.
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
         * @description The token stops working everywhere at once, and the cookie is cleared. Other sessions of the user go on. An API key has no session to end and gets 403 `session_required`.
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
         * @description The session goes on under a new id, token, cookie and CSRF token; the old ones return 401 at once, everywhere. When the session ends stays as it was. An API key has no session and gets 403 `session_required`.
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
         * @description For pages that have the session cookie and no longer the response of `logIn`. The token belongs to the session and stays the same as long as it lives. An API key gets 403 `session_required`.
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
         * Get the account that the request acts for
         * @description For a session its user; for an API key its owner.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete one's own account
         * @description What is personal goes for good: name, address, credentials, sessions, and organizations of which the user is the only member. What they did stays in tasks, comments and histories, as done by a deleted user (null); their open tasks become nobody's. 409 `last_owner` where others would be left without an owner. Needs a session that began with a log-in of the last 15 minutes (with the second factor where one is on), else 403 `fresh_session_required`; an API key gets 403 `session_required`.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Change one's own account
         * @description The name, and where sessions act unless they say otherwise: an organization that the user belongs to, else 409 `home_organization_not_joined`. For an API key its owner is changed.
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
         * List the invitations to oneself
         * @description Those to the caller's address that wait, from every organization. The token that accepts one is in its mail only.
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
         * List one's own sessions
         * @description The live sessions of the user, in every organization; those that are over are not shown.
         */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        /**
         * End all other sessions of one's own
         * @description Their tokens stop working everywhere at once; the session of the request goes on. An API key gets 403 `session_required`.
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
                /** @description The session. */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description Its token stops working everywhere at once; it may be the session of this very request. 404 for a session that is over or somebody else's. An API key gets 403 `session_required`.
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
         * Begin with one-time passwords as second factor
         * @description Returns the secret for an authenticator (RFC 6238, SHA-1, six digits, 30 seconds); nothing changes until `confirmTotp` has shown that the authenticator has it. Enrolling again replaces a secret that was not confirmed; a confirmed one returns 409 `mfa_already_on`. Needs a session that began with a log-in of the last 15 minutes, else 403 `fresh_session_required`; an API key gets 403 `session_required`.
         */
        post: operations["enrolTotp"];
        /**
         * Give the second factor up
         * @description From now on the password alone logs in; the recovery codes are gone, too, and a mail tells the user. Without a confirmed factor 409 `mfa_not_on`. Needs a session that showed the second factor in the last 15 minutes, in a log-in or in `confirmTotp`, else 403 `fresh_session_required`: the password alone is not enough. An API key gets 403 `session_required`.
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
         * @description From now on `logIn` returns a challenge. Returns ten recovery codes, each of which stands in once for the authenticator, and puts a new id, token and CSRF token in the place of the session's. Without a secret from `enrolTotp` 409 `mfa_not_enrolled`; a wrong code returns 409 `mfa_code_wrong`. An API key gets 403 `session_required`.
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
         * @description Ten new ones; those before them stop working. Without a confirmed second factor 409 `mfa_not_on`. Needs a session that showed the second factor in the last 15 minutes, in a log-in or in `confirmTotp`, else 403 `fresh_session_required`; an API key gets 403 `session_required`.
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
         * @description One's own keys of the organization; for admins everybody's.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key acts for the caller, in this organization, within its scopes, which can only become fewer later. `token` is shown in this response only. A key that creates another can give it neither scopes that it lacks nor a longer life (409).
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The API key. */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * @description 404 for a key of another organization, and for somebody else's unless the caller is an admin.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Delete an API key
         * @description It stops working at once; a key may delete itself. One's own, and for admins everybody's; any other is 404.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description One's own, and for admins everybody's. Scopes can only be given up: a secret that has leaked must not gain anything. A key that changes a key can give it no longer life than its own (409).
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/api/v2/api-keys/{api_key_id}/rotation": {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The API key. */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an API key a new secret
         * @description The new `token` is shown in this response only; name, scopes and expiry stay. The old secret ends at once, or after `expires_in`, so that programs can be moved over one by one. Only the key's owner can do so, since whoever knows the secret acts as the owner; an admin can delete the key instead. An API key rotates itself, and of its owner's other keys those that may do no more (else 409 `scope_not_grantable`) and live no longer (else 409 `expiry_not_grantable`).
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The API key. */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Tell what an API key is used for
         * @description Counts by operation and by day (UTC), kept for 90 days; the last seconds may be missing where several servers run. One's own keys, and for admins everybody's.
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
         * @description For operators. `q` filters by words of name and address. Deleted users are not there any more.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description For operators, who vouch for the address. With a password the account is open at once, with an organization and a first project of its own. Without one, the user is invited by mail to set a password, and the account opens with that. Unlike a registration, an address that has an account is told as such (409).
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
                /** @description The user. */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description For operators.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description For operators. What is personal goes for good: name, address, credentials, sessions, and organizations of which the user is the only member. What they did stays in tasks, comments and histories, as done by a deleted user (null); their open tasks become nobody's. 409 `last_owner` where an organization would be left without an owner.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description For operators. `deactivated` true closes the account: its sessions and API keys end everywhere at once, and nobody can log in to it; false opens it again, and the ended sessions and keys stay ended. 409 `last_owner` where an organization with other members would be left without an owner who can log in, 409 `user_not_verified` where somebody whose address is not verified would become an operator.
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
         * @description For operators. The live sessions of everybody; those that are over are not shown.
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
         * @description For operators. Counted at the moment of the request, by the kind of program and by the day (UTC) on which they began.
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
                /** @description The session. */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a session
         * @description For operators. 404 for a session that is over.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /**
         * End a session
         * @description For operators. Its token stops working everywhere at once; it may be the session of this very request. 404 for a session that is over.
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
         * List the organizations one belongs to
         * @description For a session all that its user is a member of; for an API key the one it belongs to.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create an organization
         * @description The caller becomes its owner. Without `slug` one is made from the name. An API key belongs to one organization and could not see another, so it gets 403 `session_required`.
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
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * Get an organization
         * @description 404 for an organization of which the caller is no member, or that is not the API key's.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Delete an organization and all in it
         * @description Needs the role owner. From this moment on it is gone for everybody: its API keys return 401, and all that was in it 404. The rows themselves, events and the audit log among them, are removed within minutes by a job. That it was deleted, and by whom, stays on record in the installation's own audit log. A member whose home it was gets the organization that they joined first of those that are left, or none.
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        /**
         * Change an organization
         * @description Needs the role admin. A new slug must be free in the installation; the old one is free at once.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List the members of an organization
         * @description Everybody who belongs to it, with name, address and role.
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
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a member of an organization
         * @description Somebody who belongs to the organization, with name, address and role.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Remove a member, or leave
         * @description Everybody may leave; removing somebody else needs the role admin, and removing an owner the role owner. The last owner cannot leave: 409 `last_owner`. Roles in projects and API keys end at once; open tasks lose the former member as their assignee within a minute, finished ones keep them.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change the role of a member
         * @description Needs the role admin. Only an owner makes somebody an owner, or changes the role of one; the last owner of an organization stays one, otherwise 409 `last_owner`. API keys follow their owner's role at once.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/v2/organizations/{organization_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List the invitations of an organization
         * @description Needs the role admin. All of the last months, whatever became of them; `status` leaves those that wait.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by mail
         * @description Needs the role admin; only an owner invites an owner. The address gets a mail with a link that works once, for seven days, for the account of that address; whoever has none registers first. 409 for an address that belongs to a member (`already_member`) or has an invitation that waits (`invitation_pending`), and beyond 200 invitations a day (`invitation_quota_reached`). An address gets five such mails a day at most, from all organizations together; beyond that the invitation is made and shows in `listMyInvitations`, without a mail.
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
         * @description The caller becomes a member with the role of the invitation; where they have no home organization, it becomes that. The token works once, for seven days, for the account of the invited address; for another account 403 `invitation_not_yours`. An API key belongs to one organization already, so it gets 403 `session_required`. Whoever sent the invitation must still be allowed to give its role: where they have left, were removed or have a smaller role by now, the response is 409 `invitation_lapsed`.
         */
        post: operations["acceptInvitation"];
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The invitation. */
                invitation_id: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Needs the role admin. The link in its mail stops working at once. 404 for an invitation that does not wait any more.
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
         * List the projects one can see
         * @description All projects of the organization that the caller sees; private ones only to their members and to admins. `q` filters by words of key, name and description.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project
         * @description Needs the role member. The creator becomes lead of the project. Keys are unique in the organization.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Get a project
         * @description 404 for a project of another organization, and for a private one of which the caller is no member.
         */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /**
         * Delete a project and all in it
         * @description Needs the role lead. Tasks, labels, comments and imports of the project go with it, for good.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /**
         * Change a project
         * @description Needs the role lead. `archived` true makes the project and all in it read-only, false restores it; while it is archived, nothing else can be changed.
         */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/stats": {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Count the tasks of a project
         * @description How many tasks there are, of which kind, and how far they are; with `milestone_id` only those of that milestone, and of a milestone that the project does not have there are none. Counted at the moment of the request. 404 for a project that the caller cannot see.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the members of a project
         * @description Those who have a role of their own in the project. Beside them, owners and admins of the organization are leads of every project; and in a project that the organization sees, its members are contributors and its viewers are viewers. 404 for a project that the caller cannot see.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The user, a member of the organization. */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give somebody a role in a project
         * @description Needs the role lead. Adds the user to the project, or changes their role there; asking for the role that they have changes nothing. With `If-Match` only a membership in that version is changed and none is added. 404 for a user who does not belong to the organization.
         */
        put: operations["setProjectMember"];
        post?: never;
        /**
         * Take somebody's role in a project away
         * @description Needs the role lead. What remains is what the organization's role gives: nothing of a private project, unless the user is owner or admin. The last lead can be removed, because owners and admins are leads of every project. Open tasks of who cannot see the project any more are unassigned soon after. 404 for who has no role of their own there.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the labels of a project
         * @description 404 for a project that the caller cannot see.
         */
        get: operations["listLabels"];
        put?: never;
        /**
         * Create a label
         * @description Needs the role contributor. Names are unique in the project, whatever their case.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The label. */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a label
         * @description 404 for a label of a project that the caller cannot see.
         */
        get: operations["getLabel"];
        put?: never;
        post?: never;
        /**
         * Delete a label
         * @description Needs the role contributor. The label is taken off every task that carries it, as a change of that task: its version counts up and its history says so.
         */
        delete: operations["deleteLabel"];
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description Needs the role contributor. Tasks refer to their labels by id, so a new name shows on all of them and none of them changes.
         */
        patch: operations["updateLabel"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/milestones": {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the milestones of a project
         * @description `progress` says for each milestone of the page how far its tasks are; `getProjectStats` with its `milestone_id` tells more. Milestones without a due date come last when `due_on` orders them. 404 for a project that the caller cannot see.
         */
        get: operations["listMilestones"];
        put?: never;
        /**
         * Create a milestone
         * @description Needs the role contributor. Names are unique in the project, whatever their case.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The milestone. */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a milestone
         * @description 404 for a milestone of a project that the caller cannot see.
         */
        get: operations["getMilestone"];
        put?: never;
        post?: never;
        /**
         * Delete a milestone
         * @description Needs the role contributor. Its tasks stay, without a milestone, as a change of each task: its version counts up and its history says so.
         */
        delete: operations["deleteMilestone"];
        options?: never;
        head?: never;
        /**
         * Change a milestone
         * @description Needs the role contributor. `state` closed sets `closed_at`, open takes it back. Tasks stay in a closed milestone, and can still be put into it.
         */
        patch: operations["updateMilestone"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/tasks": {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the tasks of a project
         * @description All filters must hold at once. Tasks without a due date come last when `due_on` orders them. 404 for a project that the caller cannot see.
         */
        get: operations["listProjectTasks"];
        put?: never;
        /**
         * Create a task
         * @description Needs the role contributor. The task gets the project's next number, which no other task ever gets, and stays unassigned unless somebody is named. It starts in `todo`, or in `backlog` where that is asked for; `transitionTask` moves it on.
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
         * @description The tasks of every project that the caller sees. All filters must hold at once; a project that the caller cannot see has none. Tasks without a due date come last when `due_on` orders them.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out many operations on tasks
         * @description Each operation needs the role contributor in its task's project, and keeps to the rules of the operation that does the same for one task. Without `atomic` what is refused leaves the others alone, and its result says why. With `atomic`, one that is refused undoes all: 409 `bulk_refused`, whose `errors` name every operation that was refused by its pointer.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * Get a task
         * @description 404 for a task of a project that the caller cannot see.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @description Needs the role contributor. Its comments and its history go with it, for good; its number is not given out again. Tasks that waited for it do so no longer, each by a version of its own.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Needs the role contributor. `label_ids` replaces the whole set. The status is changed by `transitionTask` alone. Every change is one version and one entry of the history; a request that changes nothing makes neither.
         */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/api/v2/tasks/{task_id}/transitions": {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a task to another status
         * @description Needs the role contributor. Allowed are backlog to todo and cancelled; todo to backlog, in_progress and cancelled; in_progress to todo, in_review, done and cancelled; in_review to in_progress, done and cancelled; done to in_progress; cancelled to backlog. Every other move is 409 `invalid_transition`. A task that waits for open tasks cannot become done: 409 `task_blocked`. Reaching done sets `completed_at`, leaving it clears it.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * List what happened to a task
         * @description One entry for every version the task has had, without a gap. 404 for a task that the caller cannot see.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * List what a task waits for, or what waits for it
         * @description Dependencies on tasks that the caller cannot see are left out; a task waits for those, too. 404 for a task that the caller cannot see.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
                /** @description The task that is waited for, by its id or its key. */
                blocking_task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Let a task wait for another
         * @description Needs the role contributor in the waiting task's project; the other task may lie in any project that the caller sees. While a task that it waits for is neither done nor cancelled, the task cannot become done. It is a version and an entry of the waiting task's history; an existing dependency is returned unchanged. What would close a cycle is refused.
         */
        put: operations["addTaskDependency"];
        post?: never;
        /**
         * Let a task wait for another no longer
         * @description Needs the role contributor in the waiting task's project. It is a version and an entry of the waiting task's history. 404 where the task does not wait for the other.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * List the comments of a task
         * @description Comments made here, and reviews and review comments that came with an import. 404 for a task that the caller cannot see.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comment on a task
         * @description Needs the role contributor. The caller becomes the author.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The comment. */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a comment
         * @description 404 for a comment on a task that the caller cannot see.
         */
        get: operations["getComment"];
        put?: never;
        post?: never;
        /**
         * Delete a comment
         * @description Needs the role contributor for one's own comment, lead for anybody's. The comments that belong to a review go with it.
         */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        /**
         * Edit a comment
         * @description Needs the role contributor, and only the author may edit; 403 `comment_not_yours` for everybody else, leads included. Imported comments have no author here, so nobody edits them.
         */
        patch: operations["updateComment"];
        trace?: never;
    };
    "/api/v2/projects/{project_id}/imports": {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List the imports of a project
         * @description Every run, also the failed ones, newest first unless asked otherwise.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Import into a project
         * @description Needs the role contributor. The upload is stored and a job reads it. `source` says what it is, and the media type goes with it: `github_archive` is JSON, `csv` is text/csv, `ndjson` is application/x-ndjson; other pairs are refused. An archive brings labels, then issues and pull requests by their numbers, with their comments, reviews and review comments. NDJSON takes the records that exportProject returns. CSV takes tasks: commas, semicolons or tabs separate the cells, and a header names the columns of exportProject in any order, of which only `title` must be there; `labels` may be there several times, and others are left out and named once. Words for status, priority and type may be those of other trackers (`In Progress`, `Won't do`, `Highest`), times may leave out the zone (UTC) or the time of the day. A label or milestone that a task names is made where the project has none of the name; an assignee is known by the address. Authors and dates are kept as imported facts, and so is a number that is higher than those the project has given out. A bad record is named in `refused` with everything that is wrong with it, and stops no other; so is a part without which a record was taken. Records are known again by ids that last, so renamed people and repositories change nothing; those that an earlier import brought stay as they are, so a repetition changes nothing. CSV and NDJSON are UTF-8, or what `charset` of their Content-Type or a byte order mark says. Follow `Location` until `finished_at` is there. At most 64 MiB, of which 500,000 records of at most 2 MiB each are read. It goes on as long as whoever began it may write to the project.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The import. */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get an import
         * @description How far it is, what it did, and what it refused. 404 where the caller cannot see its project.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The import. */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description Needs the role contributor. The import has ended with the response: the job stops before its next ten records, and what was brought stays. 404 where the caller cannot see its project.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Export a project
         * @description What is in the project at this moment, as a stream that can be imported again with the same result. NDJSON holds everything, in this order: labels, milestones, tasks, comments, dependencies between tasks of the project. CSV holds the tasks alone, with the names of their labels and milestone; a cell that a spreadsheet would take for a formula begins with an apostrophe, and so does what stands within a cell behind a semicolon or a tab; an import takes both off again. `Accept` chooses; NDJSON is the default. Ids are replaced by external ids, people by names and addresses. History is left out. 404 where the caller cannot see the project. A stream that its reader does not take for 30 seconds, or that lasts longer than 15 minutes, is cut off.
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
    "/api/v2/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened in the organization
         * @description What members have done to projects, tasks and what belongs to them, as a feed for people. It leaves out projects that the caller cannot see, and those that are gone, which only admins still read about. To an API key it shows what its scopes read elsewhere: projects by `projects:read`, what lies in them by `tasks:read`. The audit log holds every change with its details.
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
    "/api/v2/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed, by whom and when
         * @description Needs the role admin. Every change of the organization leaves one entry, written together with the change; about a second later it is sealed into the organization's chain of hashes. `log=installation` shows what belongs to no organization, such as registrations; it is for operators.
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
         * @description Needs the role admin. The entries that listAuditEntries would list, the oldest first, as a stream and as they are at this moment. NDJSON, the default, has the entries as they are; CSV has `before` and `after` as JSON, and an apostrophe before each cell that a spreadsheet would take for a formula. `log=installation` is for operators. A stream that its reader does not take for 30 seconds, or that lasts longer than 15 minutes, is cut off: narrow it by `created_after` and `created_before`.
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
         * Verify that the audit log is whole
         * @description Needs the role admin. Walks the chain of hashes from its beginning and names the first entry that was edited, removed or inserted behind the server's back, or one that has waited too long for its seal.
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
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The entry. */
                entry_id: components["parameters"]["AuditEntryId"];
            };
            cookie?: never;
        };
        /**
         * Get an entry of the audit log
         * @description Needs the role admin. 404 for an entry of another organization; operators also see those of the installation.
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
         * @description The deprecated operations that the caller's own API keys and sessions used within the last 30 days (UTC, today among them), in whatever organization and whatever they were answered; the most used first. All of them at once: there never are more than the contract has deprecated. Use is written down within seconds. Requests without a credential, such as logging in, are nobody's and not counted.
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
         * @description For operators. Responses that did not match this document were not sent; the caller got 500 `contract_violated`. They are grouped by operation and place; a group that has not grown for 90 days is forgotten. The order by a count or by `last_at` moves while groups grow, so an entry may be met twice or missed between two pages.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for a session, when it is first noticed; `data.suspicion` says what. The session goes on, and its user gets a mail.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * An organization was deleted with all in it
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * Somebody joined an organization
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * Somebody left an organization, or was removed
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * Somebody was invited to an organization
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * A project was deleted with all in it
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * A task went to another status
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * A task waits for another no longer
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * Somebody commented on a task
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
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
         * @description Sent once for each change; see the schema for what `data` holds.
         */
        post: operations["onCommentDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Something that happened, told in what a feed shows. */
        ActivityEntry: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["ActivityType"];
            /**
             * Format: uuid
             * @description Who did it; null where no user did.
             */
            actor_id: string | null;
            /**
             * Format: uuid
             * @description The project, where it happened in one.
             */
            project_id: string | null;
            /** @description The sort of resource, `task` for example. */
            resource_type: string;
            /**
             * Format: uuid
             * @description The resource.
             */
            resource_id: string | null;
            /** @description The resource's title or name, or the beginning of its text, as it was then. */
            title: string | null;
            /** @description What changed, where the type is `task.updated` or `task.transitioned`; else empty. */
            changes: components["schemas"]["TaskChange"][];
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of the feed. */
        ActivityPage: {
            /** @description What happened, in the asked order. */
            data: components["schemas"]["ActivityEntry"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description What happened. Responses may gain values.
         * @enum {string}
         */
        ActivityType: "organization.created" | "organization.updated" | "member.added" | "member.updated" | "member.removed" | "project.created" | "project.updated" | "project.archived" | "project.deleted" | "milestone.created" | "milestone.updated" | "milestone.deleted" | "label.created" | "label.updated" | "label.deleted" | "task.created" | "task.updated" | "task.transitioned" | "task.deleted" | "dependency.added" | "dependency.removed" | "comment.created" | "comment.updated" | "comment.deleted" | "import.completed" | "import.failed";
        /** @description A credential for programs; it acts for its owner in one organization. */
        ApiKey: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description What the key is for. */
            name: string;
            /** @description The end of the secret, to tell keys apart. */
            hint: string;
            /** @description What the key may do of what its owner may. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When the key stops working; null for never.
             */
            expires_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What a new API key needs. */
        ApiKeyCreate: {
            /** @description What the key is for. */
            name: string;
            /** @description What the key may do of what its owner may. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When the key stops working; null, or nothing, for never. In the past it is 409 `expiry_in_past`.
             */
            expires_at?: (string | null) | undefined;
        };
        /** @description A new API key with its secret, which is shown this once. */
        ApiKeyCreated: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description What the key is for. */
            name: string;
            /** @description The end of the secret, to tell keys apart. */
            hint: string;
            /** @description What the key may do of what its owner may. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When the key stops working; null for never.
             */
            expires_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description The secret, to send as bearer token. */
            token: string;
        };
        /** @description How often an API key was used on one day. */
        ApiKeyDayUsage: {
            /**
             * Format: date
             * @description The day, in UTC.
             */
            day: string;
            /** @description How often. */
            requests: number;
        };
        /** @description Something happened to an API key; `data` is the key after the change, or before its deletion, never its secret. */
        ApiKeyEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "api_key.created" | "api_key.rotated" | "api_key.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["ApiKey"];
        };
        /** @description How often an API key used one operation. */
        ApiKeyOperationUsage: {
            /**
             * @description The document that has the operation. Responses may gain values.
             * @enum {string}
             */
            version: "v1" | "v2";
            /** @description The operation. */
            operation_id: string;
            /** @description How often. */
            requests: number;
            /**
             * Format: date
             * @description The latest of these days, in UTC.
             */
            last_used_on: string;
        };
        /** @description A page of API keys. */
        ApiKeyPage: {
            /** @description The API keys, in the asked order. */
            data: components["schemas"]["ApiKey"][];
            page: components["schemas"]["Page"];
        };
        /** @description How a secret is replaced. */
        ApiKeyRotation: {
            /**
             * @description How long the old secret still works, in whole minutes, hours or days, a week at most; absent, it ends at once.
             * @example P1D
             */
            expires_in?: string | undefined;
        };
        /**
         * @description A kind of resource, and whether it may be read or changed. Responses may gain values.
         * @enum {string}
         */
        ApiKeyScope: "account:read" | "account:write" | "organizations:read" | "organizations:write" | "projects:read" | "projects:write" | "tasks:read" | "tasks:write" | "events:read" | "events:write" | "errors:read" | "errors:write" | "analytics:read" | "analytics:write" | "audit:read" | "audit:write" | "notifications:read" | "notifications:write" | "webhooks:read" | "webhooks:write" | "integrations:read" | "integrations:write" | "jobs:read" | "jobs:write" | "admin:read" | "admin:write";
        /** @description The fields to change; what is absent stays. */
        ApiKeyUpdate: {
            /** @description What the key is for. */
            name?: string | undefined;
            /** @description What the key may still do; every scope must be one that it has. */
            scopes?: components["schemas"]["ApiKeyScope"][] | undefined;
            /**
             * Format: date-time
             * @description When the key stops working; null for never. In the past it is 409 `expiry_in_past`.
             */
            expires_at?: (string | null) | undefined;
        };
        /** @description What an API key was used for. */
        ApiKeyUsage: {
            api_key_id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null for never.
             */
            last_used_at: string | null;
            /** @description Requests in these days. */
            requests: number;
            /** @description By operation, the most used first. */
            by_operation: components["schemas"]["ApiKeyOperationUsage"][];
            /** @description By day, the latest first; days without requests are left out. */
            by_day: components["schemas"]["ApiKeyDayUsage"][];
        };
        /** @description One change, as the audit log keeps it. Nothing of it changes any more but the seal, which comes within a second. */
        AuditEntry: {
            id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization; null for the installation's own log.
             */
            organization_id: string | null;
            /** @description The place in the chain; null until the entry is sealed. */
            sequence: number | null;
            /** @description SHA-256 of the entry and of the hash before it; null until the entry is sealed. */
            hash: string | null;
            /** @description The hash of the entry before; zeroes for the first, null until the entry is sealed. */
            previous_hash: string | null;
            /**
             * Format: uuid
             * @description The user; null where none acted.
             */
            actor_id: string | null;
            /**
             * @description Who acted; system is a schedule or a job of its own. Responses may gain values.
             * @enum {string}
             */
            actor_type: "user" | "system" | "anonymous";
            /**
             * Format: uuid
             * @description The session or API key that was used.
             */
            credential_id: string | null;
            /**
             * @description What `credential_id` names. Responses may gain values.
             * @enum {string|null}
             */
            credential_type: "session" | "api_key" | null;
            /** @description What was done, `task.create` for example. */
            action: string;
            /** @description The sort of resource, `task` for example. */
            resource_type: string;
            /**
             * Format: uuid
             * @description The resource; null where the change is about none.
             */
            resource_id: string | null;
            /**
             * Format: uuid
             * @description The project, where the resource lies in one.
             */
            project_id: string | null;
            before: components["schemas"]["AuditSnapshot"];
            after: components["schemas"]["AuditSnapshot"];
            /** @description The `X-Request-Id` of the request that did it. */
            request_id: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of entries. */
        AuditEntryPage: {
            /** @description The entries, in the asked order. */
            data: components["schemas"]["AuditEntry"][];
            page: components["schemas"]["Page"];
        };
        /** @description An entry of the audit log as a row of an export in CSV; the header names its members. */
        AuditRow: {
            id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization; null for the installation's own log.
             */
            organization_id: string | null;
            /** @description The place in the chain; null until the entry is sealed. */
            sequence: number | null;
            /** @description SHA-256 of the entry and of the hash before it; null until the entry is sealed. */
            hash: string | null;
            /** @description The hash of the entry before; zeroes for the first, null until the entry is sealed. */
            previous_hash: string | null;
            /**
             * Format: uuid
             * @description The user; null where none acted.
             */
            actor_id: string | null;
            /**
             * @description Who acted; system is a schedule or a job of its own. Responses may gain values.
             * @enum {string}
             */
            actor_type: "user" | "system" | "anonymous";
            /**
             * Format: uuid
             * @description The session or API key that was used.
             */
            credential_id: string | null;
            /**
             * @description What `credential_id` names. Responses may gain values.
             * @enum {string|null}
             */
            credential_type: "session" | "api_key" | null;
            /** @description What was done, `task.create` for example. */
            action: string;
            /** @description The sort of resource, `task` for example. */
            resource_type: string;
            /**
             * Format: uuid
             * @description The resource; null where the change is about none.
             */
            resource_id: string | null;
            /**
             * Format: uuid
             * @description The project, where the resource lies in one.
             */
            project_id: string | null;
            /** @description The resource before the change, as JSON; null where there was none. */
            before: string | null;
            /** @description The resource after the change, as JSON; null where there was none. */
            after: string | null;
            /** @description The `X-Request-Id` of the request that did it. */
            request_id: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description The resource before or after the change, with what is secret masked; null where it was not there yet or no more. */
        AuditSnapshot: {
            [key: string]: unknown;
        } | null;
        /** @description What a walk along the chain has found. */
        AuditVerification: {
            /** @description Whether nothing is wrong. */
            is_intact: boolean;
            /** @description Entries that were found sound, from the beginning of the chain. */
            checked: number;
            /**
             * @description The first thing that is wrong; null where nothing is. Responses may gain values.
             * @enum {string|null}
             */
            fault_kind: "edited" | "removed" | "inserted" | "unsealed" | null;
            /** @description The place in the chain where it is wrong; null where nothing is, and for an entry without a seal. */
            fault_sequence: number | null;
            /**
             * Format: uuid
             * @description The entry that is wrong; null where it is gone.
             */
            fault_entry_id: string | null;
            verified_at: components["schemas"]["Timestamp"];
        };
        /** @description What somebody said about a task. */
        Comment: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            task_id: components["schemas"]["Id"];
            kind: components["schemas"]["CommentKind"];
            /** @description What was said, as Markdown. */
            body: string;
            /**
             * Format: uuid
             * @description Who said it; null for a deleted user and for an imported comment.
             */
            author_id: string | null;
            /**
             * Format: uuid
             * @description The review that a review comment belongs to.
             */
            parent_id: string | null;
            origin: components["schemas"]["Origin"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What a new comment needs. */
        CommentCreate: {
            /** @description What to say, as Markdown. */
            body: string;
        };
        /** @description Something happened to a comment; `data` is the comment after the change, or before its deletion. */
        CommentEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "comment.created" | "comment.updated" | "comment.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Comment"];
        };
        /**
         * @description Reviews and review comments come with imports; what is made here is a comment. Responses may gain values.
         * @enum {string}
         */
        CommentKind: "comment" | "review" | "review_comment";
        /** @description A page of comments. */
        CommentPage: {
            /** @description The comments, in the asked order. */
            data: components["schemas"]["Comment"][];
            page: components["schemas"]["Page"];
        };
        /** @description What was said about a task of an export. */
        CommentRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "comment";
            /** @description Its id where it comes from; `architect:` and its id where that is here. */
            external_id: string;
            /** @description The external id of the task. */
            task: string;
            kind: components["schemas"]["CommentKind"];
            /** @description What was said, as Markdown. */
            body: string;
            /** @description The external id of the review it belongs to. */
            parent: string | null;
            /** @description The name of who said it, wherever that was. */
            author: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description `architect`, or the kind of import that brought it first. */
            source: string;
            /** @description What it was there: task, issue, review and so on. */
            source_kind: string;
            /** @description Its state there, in the source's own words. */
            source_state: string | null;
            /** @description Its address there, where it has one. */
            url: string | null;
        };
        /** @description The comment, said better. */
        CommentUpdate: {
            /** @description What to say, as Markdown. */
            body: string;
        };
        /** @description The state of one part, with the facts behind it. */
        ComponentHealth: {
            /**
             * @description The state; responses may gain values.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
            /** @description What is wrong, for people; null when nothing is. */
            message: string | null;
            /** @description What was measured. */
            facts: components["schemas"]["HealthFact"][];
        };
        /** @description Responses of one operation that would have broken the contract at one place. */
        ContractViolation: {
            id: components["schemas"]["Id"];
            /**
             * @description The version of the contract.
             * @enum {string}
             */
            version: "v1" | "v2";
            /** @description The operation that made the response. */
            operation_id: string;
            part: components["schemas"]["ContractViolationPart"];
            /** @description For a body, a JSON pointer (RFC 6901) to the member, with `*` in the place of indices; for a header, its name; for a status, the number. */
            pointer: string;
            /** @description The rule that was broken, the last time. */
            keyword: string;
            /** @description The status of the response, the last time. */
            status: number;
            /** @description How many responses. */
            violation_count: number;
            first_at: components["schemas"]["Timestamp"];
            last_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of places in which responses would have broken the contract. */
        ContractViolationPage: {
            /** @description The groups, in the asked order. */
            data: components["schemas"]["ContractViolation"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description The part of a response. Responses may gain values.
         * @enum {string}
         */
        ContractViolationPart: "status" | "content_type" | "header" | "body";
        /** @description What opens an account. */
        Credentials: {
            email: components["schemas"]["EmailAddress"];
            /**
             * Format: password
             * @description The account's password.
             */
            password: string;
        };
        /** @description The CSRF token of a session. */
        CsrfToken: {
            /** @description What unsafe requests with the cookie send as X-CSRF-Token. */
            csrf_token: string;
        };
        /** @description Which task of an export waits for which. */
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
            /**
             * @description The version of the contract it belongs to.
             * @enum {string}
             */
            version: "v1" | "v2";
            /** @description Its operationId. */
            operation_id: string;
            /** @description Its method. */
            method: string;
            /** @description Its path, with its parameters in braces. */
            path: string;
            deprecated_at: components["schemas"]["Timestamp"];
            sunset_at: components["schemas"]["Timestamp"];
            successor: components["schemas"]["Successor"];
            /** @description All uses in these days. */
            use_count: number;
            /** @description Those by sessions. */
            session_use_count: number;
            /** @description Those by API keys, the most active first; a hundred keys at most. */
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
            /** @description Its uses in these days. */
            use_count: number;
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            last_used_on: string;
        };
        /** @description The state of each part. */
        DetailedHealth: {
            /**
             * @description The worst of the parts.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
            /** @description The release that runs. */
            version: string;
            /** @description The commit that it was built from; null where it is not known. */
            commit: string | null;
            /** @description Seconds since the process started. */
            uptime_seconds: number;
            database: components["schemas"]["ComponentHealth"];
            cache: components["schemas"]["ComponentHealth"];
            message_queue: components["schemas"]["ComponentHealth"];
            external_services: components["schemas"]["ComponentHealth"];
        };
        /**
         * Format: email
         * @description An e-mail address. Upper and lower case are the same; it is kept and shown in lower case.
         * @example ada@meridian.example
         */
        EmailAddress: string;
        /** @description The address that is meant. */
        EmailChoice: {
            email: components["schemas"]["EmailAddress"];
        };
        /** @description The proof that the address is the caller's. */
        EmailVerification: {
            /** @description The token from the mail. */
            token: string;
        };
        /** @description An archive of a repository's issues and pull requests. Its records are checked one by one by the job, and a bad one is reported without stopping the others; members that are not named here are ignored. No object may have the member `__proto__`, at any depth. */
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
            /**
             * @description Healthy, or which worse; responses may gain values.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
        };
        /** @description One measured value. */
        HealthFact: {
            /** @description What was measured, with its unit last. */
            name: string;
            /** @description The value. */
            value: number;
        };
        /**
         * Format: uuid
         * @description A UUID. Requests may write it in either case, responses have it in lower case; those made here are of version 7.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         */
        Id: string;
        /** @description One run of an import into a project; a job on the server carries it out and survives restarts. */
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
            /** @description What was not taken, with the reason; the first thousand. */
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
        /** @description How many records of one kind were new, were known already, and were refused. */
        ImportCount: {
            /** @description Records that are new here. */
            created: number;
            /** @description Records that an earlier import brought. */
            unchanged: number;
            /** @description Records that were not taken. */
            refused: number;
        };
        /** @description What the import did, by kind of record. */
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
        /** @description An import has ended; `data` says how. */
        ImportEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "import.completed" | "import.failed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Import"];
        };
        /** @description A page of imports. */
        ImportPage: {
            /** @description The imports, in the asked order. */
            data: components["schemas"]["Import"][];
            page: components["schemas"]["Page"];
        };
        /** @description One record, or a part of one, that was not taken. A record has as many as there are things wrong with it. */
        ImportRefusal: {
            /** @description Where it stands in the upload: a JSON pointer in an archive; in CSV and NDJSON the number of the record, from 1, the header and empty lines not counted; `header` for the first line of CSV. */
            record: string;
            /** @description The line that the record begins on, from 1; null in an archive, which has none. */
            line: number | null;
            /** @description Why it was not taken, for people. */
            reason: string;
        };
        /**
         * @description The format of the upload; `github_archive` is the JSON archive of issues and pull requests that IETF repositories publish, `csv` and `ndjson` are what exportProject returns. Responses may gain values.
         * @enum {string}
         */
        ImportSource: "github_archive" | "csv" | "ndjson";
        /**
         * @description How far the job is; responses may gain values.
         * @enum {string}
         */
        ImportStatus: "queued" | "running" | "completed" | "failed" | "cancelled";
        /**
         * Format: date-time
         * @description A point in time as a request names it, RFC 3339 with any offset, from 1900 to 2999.
         * @example 2026-11-02T09:30:00Z
         */
        Instant: string;
        /** @description An offer to join an organization, sent to an address. */
        Invitation: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            /**
             * Format: email
             * @description The invited address.
             */
            email: string;
            role: components["schemas"]["OrganizationRole"];
            status: components["schemas"]["InvitationStatus"];
            /**
             * Format: uuid
             * @description Who invited; null once that account is deleted.
             */
            invited_by_id: string | null;
            expires_at: components["schemas"]["Timestamp"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The proof that the invitation reached its address. */
        InvitationAcceptance: {
            /** @description The token from the mail. */
            token: string;
        };
        /** @description Whom to invite, and as what. */
        InvitationCreate: {
            /**
             * Format: email
             * @description The address; its case does not matter.
             */
            email: string;
            /**
             * @description The role to join with.
             * @default member
             * @enum {string}
             */
            role?: ("owner" | "admin" | "member" | "viewer") | undefined;
        };
        /** @description Something happened to an invitation; `data` is the invitation after the change. */
        InvitationEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "invitation.created" | "invitation.accepted" | "invitation.revoked";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Invitation"];
        };
        /** @description A page of invitations. */
        InvitationPage: {
            /** @description The invitations, in the asked order. */
            data: components["schemas"]["Invitation"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description What became of the invitation. Responses may gain values.
         * @enum {string}
         */
        InvitationStatus: "pending" | "accepted" | "revoked" | "expired";
        /** @description A label of a project, to be put on its tasks. */
        Label: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description What it says; unique in the project. */
            name: string;
            color: components["schemas"]["LabelColor"];
            /** @description When to use it. */
            description: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description Its colour, as red, green and blue in lower-case hexadecimal.
         * @example #d73a4a
         */
        LabelColor: string;
        /** @description What a new label needs. */
        LabelCreate: {
            /** @description What it says. */
            name: string;
            /**
             * @description Its colour, as red, green and blue in lower-case hexadecimal.
             * @default #8b949e
             */
            color?: string | undefined;
            /** @description When to use it. */
            description?: (string | null) | undefined;
        };
        /** @description Something happened to a label; `data` is the label after the change, or before its deletion. */
        LabelEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "label.created" | "label.updated" | "label.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Label"];
        };
        /** @description A page of labels. */
        LabelPage: {
            /** @description The labels, in the asked order. */
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
            /** @description What it says. */
            name: string;
            color: components["schemas"]["LabelColor"];
            /** @description When to use it. */
            description: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields to change; what is absent stays. */
        LabelUpdate: {
            /** @description What it says. */
            name?: string | undefined;
            color?: components["schemas"]["LabelColor"] | undefined;
            /** @description When to use it; null removes it. */
            description?: (string | null) | undefined;
        };
        /** @description That the process responds. */
        Liveness: {
            /** @description Always true in a response. */
            alive: boolean;
        };
        /** @description A session, or the challenge of the second factor; `kind` tells which. */
        LogInOutcome: components["schemas"]["SessionStart"] | components["schemas"]["MfaChallenge"];
        /** @description The fields to change; what is absent stays. */
        MeUpdate: {
            name?: components["schemas"]["UserName"] | undefined;
            /**
             * Format: uuid
             * @description Where sessions act unless they say otherwise; an organization that the user belongs to.
             */
            home_organization_id?: string | undefined;
        };
        /** @description Somebody's place in an organization. */
        Member: {
            organization_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description What the user is called. */
            name: string;
            /**
             * Format: email
             * @description The user's address.
             */
            email: string;
            role: components["schemas"]["OrganizationRole"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Something happened to a membership; `data` is the member after the change, or as they last were. */
        MemberEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "member.added" | "member.updated" | "member.removed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["MemberRecord"];
        };
        /** @description A page of members. */
        MemberPage: {
            /** @description The members, in the asked order. */
            data: components["schemas"]["Member"][];
            page: components["schemas"]["Page"];
        };
        /** @description Somebody's place in an organization, or their own role in one of its projects. */
        MemberRecord: {
            organization_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The project in which they have the role; null for the role in the organization itself.
             */
            project_id: string | null;
            user_id: components["schemas"]["Id"];
            /** @description What the user is called. */
            name: string;
            /**
             * Format: email
             * @description The user's address.
             */
            email: string;
            /**
             * @description Their role; lead, contributor and viewer in a project. Responses may gain values.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "viewer" | "lead" | "contributor";
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The role to give. */
        MemberUpdate: {
            /**
             * @description What the member may do from now on.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "viewer";
        };
        /** @description The password was right; `completeMfaLogIn` asks for the second factor. */
        MfaChallenge: {
            /**
             * @description Tells a challenge from a session. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "mfa_challenge";
            /** @description What completeMfaLogIn takes beside the code. */
            challenge_token: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description The second step of a log-in. */
        MfaLogIn: {
            /** @description The token of the challenge. */
            challenge_token: string;
            /** @description Six digits of the authenticator, or a recovery code. */
            code: string;
        };
        /** @description A point on the way of a project, to which tasks belong that should be done by then. */
        Milestone: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description What it is called; unique in the project. */
            name: string;
            /** @description What is reached with it. */
            description: string | null;
            /**
             * Format: date
             * @description The day on which it should be reached.
             */
            due_on: string | null;
            state: components["schemas"]["MilestoneState"];
            /**
             * Format: date-time
             * @description Since when it is closed; null while it is open.
             */
            closed_at: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What a new milestone needs. */
        MilestoneCreate: {
            /** @description What it is called. */
            name: string;
            /** @description What is reached with it. */
            description?: (string | null) | undefined;
            /**
             * Format: date
             * @description The day on which it should be reached.
             */
            due_on?: (string | null) | undefined;
        };
        /** @description Something happened to a milestone; `data` is the milestone after the change, or before its deletion. */
        MilestoneEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "milestone.created" | "milestone.updated" | "milestone.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Milestone"];
        };
        /** @description A page of milestones. */
        MilestonePage: {
            /** @description The milestones, in the asked order. */
            data: components["schemas"]["Milestone"][];
            /** @description How far each of them is, in the same order. */
            progress: components["schemas"]["MilestoneProgress"][];
            page: components["schemas"]["Page"];
        };
        /** @description How far the tasks of a milestone are. Counts of other rows, so no part of the milestone and its ETag. */
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
            /** @description Of a hundred tasks that are not cancelled, so many are done, rounded down; null where there is none. */
            completion: number | null;
        };
        /** @description A milestone of an export. */
        MilestoneRecord: {
            /**
             * @description What the record is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            record: "milestone";
            /** @description What it is called. */
            name: string;
            /** @description What is reached with it. */
            description: string | null;
            /**
             * Format: date
             * @description The day on which it should be reached.
             */
            due_on: string | null;
            state: components["schemas"]["MilestoneState"];
            /**
             * Format: date-time
             * @description Since when it is closed; null while it is open.
             */
            closed_at: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description Whether work goes on towards it. Responses may gain values.
         * @enum {string}
         */
        MilestoneState: "open" | "closed";
        /** @description The fields to change; what is absent stays. */
        MilestoneUpdate: {
            /** @description What it is called. */
            name?: string | undefined;
            /** @description What is reached with it; null removes it. */
            description?: (string | null) | undefined;
            /**
             * Format: date
             * @description The day on which it should be reached; null for no day.
             */
            due_on?: (string | null) | undefined;
            /**
             * @description Closed when nothing more is to come; open again if it is.
             * @enum {string}
             */
            state?: ("open" | "closed") | undefined;
        };
        /** @description A team, and the frame of all its work. */
        Organization: {
            id: components["schemas"]["Id"];
            /** @description What people call it. */
            name: string;
            slug: components["schemas"]["OrganizationSlug"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What a new organization needs. */
        OrganizationCreate: {
            /** @description What people call it. */
            name: string;
            slug?: components["schemas"]["OrganizationSlug"] | undefined;
        };
        /** @description Something happened to an organization; `data` is the organization after the change, or as it last was. */
        OrganizationEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "organization.created" | "organization.updated" | "organization.deleted";
            timestamp: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The organization; null once it is deleted, for then nothing of its own is kept.
             */
            organization_id: string | null;
            data: components["schemas"]["Organization"];
        };
        /** @description A page of organizations. */
        OrganizationPage: {
            /** @description The organizations, in the asked order. */
            data: components["schemas"]["Organization"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description What a member may do, from most to least. Responses may gain values.
         * @enum {string}
         */
        OrganizationRole: "owner" | "admin" | "member" | "viewer";
        /**
         * @description Names the organization in addresses; unique in the installation.
         * @example meridian
         */
        OrganizationSlug: string;
        /** @description The fields to change; what is absent stays. */
        OrganizationUpdate: {
            /** @description What people call it. */
            name?: string | undefined;
            slug?: components["schemas"]["OrganizationSlug"] | undefined;
        };
        /** @description Where an imported record comes from, as its source told it; null for what was made here. */
        Origin: {
            /** @description The kind of import, `github_archive` for example. */
            source: string;
            /** @description What it is there: issue, pull_request, review and so on. */
            kind: string;
            /** @description Its id there; a repeated import knows it again by this. */
            external_id: string;
            /** @description Its address there, where it has one. */
            url: string | null;
            /** @description Who wrote it there, by the name they have there. */
            author: string | null;
            /** @description Its state there, in the source's own words. */
            state: string | null;
            /** @description Who it is assigned to there, by the names they have there; empty where the source says nothing of it. */
            assignees: string[];
        } | null;
        /** @description Where a page stands in its collection. */
        Page: {
            /** @description The number of entries that were asked for. */
            limit: number;
            /** @description Whether entries follow. */
            has_more: boolean;
            /** @description What to send as `cursor` for the next page; null on the last one. */
            next_cursor: string | null;
            /** @description All entries that the filters leave; there only with `include_total=true`. */
            total?: number | undefined;
        };
        /** @description The current password and the one to come. */
        PasswordChange: {
            /**
             * Format: password
             * @description The password that holds now.
             */
            current_password: string;
            /**
             * Format: password
             * @description Any characters; long is better than complicated.
             */
            new_password: string;
            /** @description Whether the user's API keys end, too, in every organization. Without it they go on; the mail about the change names those that go on. */
            revoke_api_keys?: boolean | undefined;
        };
        /** @description The proof from the mail, and the new password. */
        PasswordReset: {
            /** @description The token from the mail. */
            token: string;
            /**
             * Format: password
             * @description Any characters; long is better than complicated.
             */
            password: string;
            /** @description Whether the user's API keys end, too, in every organization. Without it they go on; the mail about the reset names those that go on. */
            revoke_api_keys?: boolean | undefined;
        };
        /** @description That the request was taken; it is the same whether or not the address is known. */
        PasswordResetReceipt: {
            /**
             * Format: email
             * @description Where a mail would go.
             */
            email: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description An error, as RFC 9457 defines it, with a stable code. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The page that explains the problem.
             */
            type: string;
            /** @description What kind of problem it is; the same for every occurrence. */
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
            /** @description Stable, for programs to decide by. */
            code: string;
            /** @description Names the request in our log. */
            request_id: string;
            /** @description Every violation of the contract, with status 400; what was refused of an atomic bulk, with 409. */
            errors?: components["schemas"]["ProblemViolation"][] | undefined;
        };
        /** @description One place in which a request breaks the contract; `pointer` is there for the body, `parameter` for all else. */
        ProblemViolation: {
            /**
             * @description The part of the request.
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
        /** @description A project of an organization, and the frame of its tasks. */
        Project: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            key: components["schemas"]["ProjectKey"];
            /** @description What people call it. */
            name: string;
            /** @description What it is about. */
            description: string | null;
            visibility: components["schemas"]["ProjectVisibility"];
            /**
             * Format: date-time
             * @description Since when the project is read-only; null while it is in use.
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
        /** @description What a new project needs. */
        ProjectCreate: {
            key: components["schemas"]["ProjectKey"];
            /** @description What people call it. */
            name: string;
            /** @description What it is about. */
            description?: (string | null) | undefined;
            /**
             * @description Who sees the project. The creator of a private one becomes its lead.
             * @default organization
             * @enum {string}
             */
            visibility?: ("organization" | "private") | undefined;
        };
        /** @description Something happened to a project; `data` is the project after the change, or before its deletion. */
        ProjectEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "project.created" | "project.updated" | "project.archived" | "project.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Project"];
        };
        /**
         * @description Prefixes the numbers of the project's tasks (`CORE-42`); unique in the organization and fixed for good.
         * @example CORE
         */
        ProjectKey: string;
        /** @description Somebody's own role in a project. */
        ProjectMember: {
            organization_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description What the user is called. */
            name: string;
            /**
             * Format: email
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
            /** @description The members, in the asked order. */
            data: components["schemas"]["ProjectMember"][];
            page: components["schemas"]["Page"];
        };
        /** @description What the user shall be in the project. */
        ProjectMemberSet: {
            /**
             * @description The role to have from now on.
             * @enum {string}
             */
            role: "lead" | "contributor" | "viewer";
        };
        /** @description A page of projects. */
        ProjectPage: {
            /** @description The projects, in the asked order. */
            data: components["schemas"]["Project"][];
            page: components["schemas"]["Page"];
        };
        /** @description One record of an export; `record` says of which kind. */
        ProjectRecord: components["schemas"]["LabelRecord"] | components["schemas"]["MilestoneRecord"] | components["schemas"]["TaskRecord"] | components["schemas"]["CommentRecord"] | components["schemas"]["DependencyRecord"];
        /**
         * @description What somebody may do in a project; each includes those after it. Responses may gain values.
         * @enum {string}
         */
        ProjectRole: "lead" | "contributor" | "viewer";
        /** @description Counts of the tasks of a project, or of one of its milestones. */
        ProjectStats: {
            project_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The milestone whose tasks alone were counted; null where all were.
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
            /** @description Of a hundred tasks that are not cancelled, so many are done, rounded down; null where there is none. */
            completion: number | null;
            by_status: components["schemas"]["TaskCountsByStatus"];
            by_type: components["schemas"]["TaskCountsByType"];
            by_priority: components["schemas"]["TaskCountsByPriority"];
            /**
             * Format: date-time
             * @description When one of these tasks was last created or changed; null where there is none.
             */
            last_activity_at: string | null;
        };
        /** @description The fields to change; what is absent stays. */
        ProjectUpdate: {
            /** @description What people call it. */
            name?: string | undefined;
            /** @description What it is about; null removes it. */
            description?: (string | null) | undefined;
            /**
             * @description Who sees the project.
             * @enum {string}
             */
            visibility?: ("organization" | "private") | undefined;
            /** @description True makes the project read-only; false restores it. */
            archived?: boolean | undefined;
        };
        /**
         * @description Who sees the project; everybody in the organization, or its members only. Responses may gain values.
         * @enum {string}
         */
        ProjectVisibility: "organization" | "private";
        /** @description That requests may be sent here. */
        Readiness: {
            /** @description Always true in a response of 200. */
            ready: boolean;
        };
        /** @description An invitation as the invited person sees it. */
        ReceivedInvitation: {
            id: components["schemas"]["Id"];
            organization_id: components["schemas"]["Id"];
            /** @description What the organization is called. */
            organization_name: string;
            /**
             * Format: email
             * @description The invited address.
             */
            email: string;
            role: components["schemas"]["OrganizationRole"];
            status: components["schemas"]["InvitationStatus"];
            /**
             * Format: uuid
             * @description Who invited; null once that account is deleted.
             */
            invited_by_id: string | null;
            expires_at: components["schemas"]["Timestamp"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of invitations to oneself. */
        ReceivedInvitationPage: {
            /** @description The invitations, in the asked order. */
            data: components["schemas"]["ReceivedInvitation"][];
            page: components["schemas"]["Page"];
        };
        /** @description Records, one after the other; each is checked by itself. */
        RecordStream: string;
        /** @description New recovery codes. */
        RecoveryCodes: {
            /** @description Each stands in once for the authenticator. */
            recovery_codes: string[];
        };
        /** @description Why one part of a request was refused, in the words of the catalogue of problems. */
        Refusal: {
            /**
             * Format: uri-reference
             * @description The page that explains the problem.
             */
            type: string;
            /** @description What kind of problem it is; the same for every occurrence. */
            title: string;
            /** @description The HTTP status that it has on its own. */
            status: number;
            /** @description What happened this time. */
            detail: string;
            /** @description Stable, for programs to decide by. */
            code: string;
        };
        /** @description What a new account needs. */
        Registration: {
            email: components["schemas"]["EmailAddress"];
            name: components["schemas"]["UserName"];
            /**
             * Format: password
             * @description Any characters; long is better than complicated.
             */
            password: string;
        };
        /** @description That a registration was taken; it is the same whether or not the address is known. */
        RegistrationReceipt: {
            /**
             * Format: email
             * @description Where the mail goes.
             */
            email: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A log-in that is still good. */
        Session: {
            id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization it last worked in; null for none.
             */
            organization_id: string | null;
            /** @description The IP address it was begun from. */
            address: string;
            /** @description The program it was begun with, as that said. */
            user_agent: string | null;
            /**
             * @description What is unusual for its user: begun with a program and in a network that are both new; used from two networks within a minute; one of more than ten networks within an hour. Null where nothing is. Responses may gain values.
             * @enum {string|null}
             */
            suspicion: "new_place" | "two_networks" | "many_networks" | null;
            /**
             * Format: date-time
             * @description When that was noticed; the user got a mail then. Null for a session that is not suspicious.
             */
            suspected_at: string | null;
            /** @description Whether this very request uses it. */
            is_current: boolean;
            created_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description How many sessions were begun with one kind of program. */
        SessionAgentCount: {
            /**
             * @description The kind, as the program called itself; without a name it is other. Responses may gain values.
             * @enum {string}
             */
            agent: "chrome" | "edge" | "firefox" | "safari" | "program" | "other";
            /** @description How many. */
            sessions: number;
        };
        /** @description How many sessions began on one day. */
        SessionDayCount: {
            /**
             * Format: date
             * @description The day, in UTC.
             */
            day: string;
            /** @description How many. */
            sessions: number;
        };
        /** @description A session began, ended, or is unusual for its user. */
        SessionEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "session.created" | "session.revoked" | "session.suspicious";
            timestamp: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The user's home organization; null for a user without one.
             */
            organization_id: string | null;
            data: components["schemas"]["SessionFacts"];
        };
        /** @description A session, as it is told to others than its user. */
        SessionFacts: {
            id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The organization it works in; null for none.
             */
            organization_id: string | null;
            /** @description The IP address it was begun from. */
            address: string;
            /** @description The program it was begun with, as that said. */
            user_agent: string | null;
            /**
             * @description What is unusual for its user: begun with a program and in a network that are both new; used from two networks within a minute; one of more than ten networks within an hour. Null where nothing is. Responses may gain values.
             * @enum {string|null}
             */
            suspicion: "new_place" | "two_networks" | "many_networks" | null;
            /**
             * Format: date-time
             * @description When that was noticed; the user got a mail then. Null for a session that is not suspicious.
             */
            suspected_at: string | null;
            created_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of sessions. */
        SessionPage: {
            /** @description The sessions, in the asked order. */
            data: components["schemas"]["Session"][];
            page: components["schemas"]["Page"];
        };
        /** @description A new session, with its secrets; they are shown this once. */
        SessionStart: {
            /**
             * @description Tells a session from a challenge. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "session";
            /** @description The bearer token of the session. */
            token: string;
            /** @description What unsafe requests with the cookie send as X-CSRF-Token. */
            csrf_token: string;
            session: components["schemas"]["Session"];
            user: components["schemas"]["User"];
        };
        /** @description How many sessions are live. */
        SessionStats: {
            /** @description Sessions that are good now. */
            active: number;
            /** @description The users to whom they belong. */
            users: number;
            /** @description Sessions that are unusual for their user. */
            suspicious: number;
            /** @description By the kind of program they were begun with, the largest first. */
            by_agent: components["schemas"]["SessionAgentCount"][];
            /** @description By the day on which they began, the latest first. */
            by_day: components["schemas"]["SessionDayCount"][];
        };
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
            /** @description Its number in the project, given out once. */
            number: number;
            /** @description The project's key and the number; what people call it. */
            key: string;
            /** @description What is to be done. */
            title: string;
            /** @description What is to be known about it, as Markdown. */
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
            /** @description The labels on it, by ascending id. */
            label_ids: components["schemas"]["Id"][];
            /**
             * Format: uuid
             * @description Who created it; null for a deleted user.
             */
            created_by_id: string | null;
            /**
             * Format: date-time
             * @description Since when it is done; null while it is not.
             */
            completed_at: string | null;
            origin: components["schemas"]["Origin"];
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Operations on tasks, carried out in their order. */
        TaskBulk: {
            /**
             * @description True carries out all of them, or none where one is refused.
             * @default false
             */
            atomic?: boolean | undefined;
            /** @description The operations; each sees what those before it did. */
            operations: components["schemas"]["TaskBulkOperation"][];
        };
        /** @description Puts a label on a task; one that it carries stays. */
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
            /** @description The version that the operation is meant for, as If-Match elsewhere; any other is refused. */
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
            /** @description The version that the operation is meant for, as If-Match elsewhere; any other is refused. */
            version?: number | undefined;
        };
        /** @description One operation; `action` says which. */
        TaskBulkOperation: components["schemas"]["TaskBulkCreate"] | components["schemas"]["TaskBulkUpdate"] | components["schemas"]["TaskBulkTransition"] | components["schemas"]["TaskBulkAddLabel"] | components["schemas"]["TaskBulkRemoveLabel"] | components["schemas"]["TaskBulkDelete"];
        /** @description Takes a label off a task; one that it does not carry stays away. */
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
            /** @description The version that the operation is meant for, as If-Match elsewhere; any other is refused. */
            version?: number | undefined;
        };
        /** @description What became of each operation, in the order of the request. */
        TaskBulkReport: {
            /** @description How many operations were carried out. */
            succeeded: number;
            /** @description How many were refused. */
            failed: number;
            /** @description One result for each operation. */
            results: components["schemas"]["TaskBulkResult"][];
        };
        /** @description What became of one operation; either `task` or `problem` is null, after a deletion both are. */
        TaskBulkResult: {
            /** @description The operation's place in the request. */
            index: number;
            /** @description The status that the operation on its own would have answered: 200, 201, 204, 403, 404, 409 or 412. */
            status: number;
            /**
             * Format: uuid
             * @description The task; null where none was created.
             */
            task_id: string | null;
            /** @description The task as the operation left it. */
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
            /** @description The version that the operation is meant for, as If-Match elsewhere; any other is refused. */
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
            /** @description The version that the operation is meant for, as If-Match elsewhere; any other is refused. */
            version?: number | undefined;
        };
        /** @description One field that changed. Labels, and tasks that it waits for, make one change each: `from` null when put on and `to` null when taken off. One that names a task in a project which the caller does not see is left out. */
        TaskChange: {
            /**
             * @description What changed. Responses may gain values.
             * @enum {string}
             */
            field: "title" | "description" | "type" | "status" | "priority" | "assignee_id" | "due_on" | "milestone_id" | "label_id" | "blocking_task_id";
            /** @description The value before. */
            from: string | null;
            /** @description The value after. */
            to: string | null;
        };
        /** @description A task changed; `data` holds the task after the change, and what changed. */
        TaskChangeEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
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
            /** @description What changed. */
            changes: components["schemas"]["TaskChange"][];
            /** @description What was said with a transition. */
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
            /** @description Being looked at. */
            in_review: number;
            /** @description Done. */
            done: number;
            /** @description Not to be done. */
            cancelled: number;
        };
        /** @description How many tasks of each type there are. */
        TaskCountsByType: {
            /** @description Work that is neither. */
            task: number;
            /** @description What does not work as it should. */
            bug: number;
            /** @description What is to be new. */
            feature: number;
        };
        /** @description What a new task needs. */
        TaskCreate: {
            /** @description What is to be done. */
            title: string;
            /** @description What is to be known about it, as Markdown. */
            description?: (string | null) | undefined;
            /**
             * @description What kind of work it is.
             * @default task
             * @enum {string}
             */
            type?: ("task" | "bug" | "feature") | undefined;
            /**
             * @description Where it starts.
             * @default todo
             * @enum {string}
             */
            status?: ("backlog" | "todo") | undefined;
            /**
             * @description How pressing it is.
             * @default none
             * @enum {string}
             */
            priority?: ("none" | "low" | "medium" | "high" | "urgent") | undefined;
            /**
             * Format: uuid
             * @description Who is to work on it; it has to be somebody who sees the project.
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
            /** @description Labels of the project to put on it. */
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
        /** @description A task began or ceased to wait for another; `data` is the dependency, as it is or as it was. */
        TaskDependencyEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "dependency.added" | "dependency.removed";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["TaskDependency"];
        };
        /** @description A page of dependencies. */
        TaskDependencyPage: {
            /** @description The dependencies, in the asked order. */
            data: components["schemas"]["TaskDependency"][];
            page: components["schemas"]["Page"];
        };
        /** @description A task came or went; `data` is the task, as it is or as it was last. */
        TaskEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "task.created" | "task.deleted";
            timestamp: components["schemas"]["Timestamp"];
            organization_id: components["schemas"]["Id"];
            data: components["schemas"]["Task"];
        };
        /** @description How a task came to one of its versions. */
        TaskHistoryEntry: {
            id: components["schemas"]["Id"];
            task_id: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            /**
             * @description What was done. Responses may gain values.
             * @enum {string}
             */
            action: "created" | "updated" | "transitioned" | "imported";
            /**
             * Format: uuid
             * @description Who did it; null for a deleted user.
             */
            actor_id: string | null;
            /** @description What it changed; empty for the first version. */
            changes: components["schemas"]["TaskChange"][];
            /** @description What was said with a transition. */
            comment: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A page of entries. */
        TaskHistoryPage: {
            /** @description The entries, in the asked order. */
            data: components["schemas"]["TaskHistoryEntry"][];
            page: components["schemas"]["Page"];
        };
        /** @description A page of tasks. */
        TaskPage: {
            /** @description The tasks, in the asked order. */
            data: components["schemas"]["Task"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description How pressing it is. Responses may gain values.
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
            /** @description Its id where it comes from; `architect:` and its id where that is here. */
            external_id: string;
            /** @description What is to be done. */
            title: string;
            /** @description What is to be known about it, as Markdown. */
            description: string | null;
            type: components["schemas"]["TaskType"];
            status: components["schemas"]["TaskStatus"];
            priority: components["schemas"]["TaskPriority"];
            /** @description The names of its labels, by the alphabet. */
            labels: string[];
            /** @description The name of its milestone. */
            milestone: string | null;
            /** @description The address of who works on it. */
            assignee: string | null;
            /**
             * Format: date
             * @description The day on which it should be done.
             */
            due_on: string | null;
            /**
             * Format: date-time
             * @description Since when it is done; null while it is not.
             */
            completed_at: string | null;
            /** @description The name of who wrote it, wherever that was. */
            author: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description `architect`, or the kind of import that brought it first. */
            source: string;
            /** @description What it was there: task, issue, review and so on. */
            source_kind: string;
            /** @description Its state there, in the source's own words. */
            source_state: string | null;
            /** @description Its address there, where it has one. */
            url: string | null;
        };
        /**
         * @description A task by its id, a UUID, or by its key, which is the project's key and the task's number in it. Either is taken in upper and lower case; responses name the id.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         * @example CORE-42
         */
        TaskReference: string;
        /** @description A task as a row of an export in CSV; the header names its members. */
        TaskRow: {
            /** @description Its number in the project. */
            number: number;
            /** @description Its id where it comes from; `architect:` and its id where that is here. */
            external_id: string;
            /** @description What is to be done. */
            title: string;
            /** @description What is to be known about it, as Markdown. */
            description: string | null;
            type: components["schemas"]["TaskType"];
            status: components["schemas"]["TaskStatus"];
            priority: components["schemas"]["TaskPriority"];
            /** @description The names of its labels, by the alphabet. */
            labels: string[];
            /** @description The name of its milestone. */
            milestone: string | null;
            /** @description The address of who works on it. */
            assignee: string | null;
            /**
             * Format: date
             * @description The day on which it should be done.
             */
            due_on: string | null;
            /**
             * Format: date-time
             * @description Since when it is done; null while it is not.
             */
            completed_at: string | null;
            /** @description The name of who wrote it, wherever that was. */
            author: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description `architect`, or the kind of import that brought it first. */
            source: string;
            /** @description What it was there: task, issue, review and so on. */
            source_kind: string;
            /** @description Its state there, in the source's own words. */
            source_state: string | null;
            /** @description Its address there, where it has one. */
            url: string | null;
        };
        /**
         * @description How far it is; `transitionTask` says what follows what. Responses may gain values.
         * @enum {string}
         */
        TaskStatus: "backlog" | "todo" | "in_progress" | "in_review" | "done" | "cancelled";
        /** @description Where the task shall go. */
        TaskTransition: {
            /**
             * @description The new status.
             * @enum {string}
             */
            to: "backlog" | "todo" | "in_progress" | "in_review" | "done" | "cancelled";
            /** @description Why, for the task's history; it does not become a comment on the task. */
            comment?: string | undefined;
        };
        /**
         * @description What kind of work it is. Responses may gain values.
         * @enum {string}
         */
        TaskType: "task" | "bug" | "feature";
        /** @description The fields to change; what is absent stays. */
        TaskUpdate: {
            /** @description What is to be done. */
            title?: string | undefined;
            /** @description What is to be known about it, as Markdown; null removes it. */
            description?: (string | null) | undefined;
            /**
             * @description What kind of work it is.
             * @enum {string}
             */
            type?: ("task" | "bug" | "feature") | undefined;
            /**
             * @description How pressing it is.
             * @enum {string}
             */
            priority?: ("none" | "low" | "medium" | "high" | "urgent") | undefined;
            /**
             * Format: uuid
             * @description Who is to work on it, somebody who sees the project; null for nobody.
             */
            assignee_id?: (string | null) | undefined;
            /**
             * Format: date
             * @description The day on which it should be done; null for no day.
             */
            due_on?: (string | null) | undefined;
            /**
             * Format: uuid
             * @description The milestone that it shall belong to, of its project; null for none.
             */
            milestone_id?: (string | null) | undefined;
            /** @description Exactly the labels that it shall carry; those it carries now are replaced. */
            label_ids?: components["schemas"]["Id"][] | undefined;
        };
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with milliseconds.
         * @example 2026-11-02T09:30:00.000Z
         */
        Timestamp: string;
        /** @description What the authenticator shows. */
        TotpCode: {
            /** @description The six digits. */
            code: string;
        };
        /** @description The second factor is on. */
        TotpConfirmation: {
            /** @description Each stands in once for the authenticator. */
            recovery_codes: string[];
            session_start: components["schemas"]["SessionStart"];
        };
        /** @description What an authenticator needs; it is shown this once. */
        TotpEnrolment: {
            /** @description The secret in base32, to be typed. */
            secret: string;
            /**
             * Format: uri
             * @description The same as an otpauth address, to be shown as a QR code.
             */
            otpauth_uri: string;
        };
        /** @description A person with an account. */
        User: {
            id: components["schemas"]["Id"];
            /**
             * Format: email
             * @description The address, in lower case.
             */
            email: string;
            /** @description What the user is called. */
            name: string;
            /** @description Whether the user runs this installation. */
            is_operator: boolean;
            /**
             * Format: date-time
             * @description Since when the address is known to be the user's; null until then.
             */
            email_verified_at: string | null;
            /**
             * Format: date-time
             * @description Since when the account is closed by an operator; null while it is open.
             */
            deactivated_at: string | null;
            /**
             * Format: uuid
             * @description Where sessions act unless they say otherwise; null for none.
             */
            home_organization_id: string | null;
            version: components["schemas"]["Version"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description What a new user needs. */
        UserCreate: {
            email: components["schemas"]["EmailAddress"];
            name: components["schemas"]["UserName"];
            /**
             * Format: password
             * @description Any characters; long is better than complicated. Without one the user is invited to set it.
             */
            password?: string | undefined;
            /**
             * @description Whether the user runs this installation.
             * @default false
             */
            is_operator?: boolean | undefined;
        };
        /** @description Something happened to an account; `data` is the user after the change; of a deleted one, what may still be said. */
        UserEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "user.registered" | "user.verified" | "user.deactivated" | "user.deleted";
            timestamp: components["schemas"]["Timestamp"];
            /**
             * Format: uuid
             * @description The user's home organization; null until the address is verified.
             */
            organization_id: string | null;
            data: components["schemas"]["User"];
        };
        /**
         * @description What the user is called; not blank, no control characters.
         * @example Ada Lindqvist
         */
        UserName: string;
        /** @description A page of users. */
        UserPage: {
            /** @description The users, in the asked order. */
            data: components["schemas"]["User"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Whether an account is open, waits for its address to be verified, or was closed by an operator.
         * @enum {string}
         */
        UserStatus: "active" | "pending" | "deactivated";
        /** @description The fields to change; what is absent stays. */
        UserUpdate: {
            email?: components["schemas"]["EmailAddress"] | undefined;
            name?: components["schemas"]["UserName"] | undefined;
            /** @description Whether the user runs this installation. */
            is_operator?: boolean | undefined;
            /** @description True closes the account; false opens it again. */
            deactivated?: boolean | undefined;
        };
        /** @description A verified account and where its work begins. */
        VerifiedAccount: {
            user_id: components["schemas"]["Id"];
            /**
             * Format: email
             * @description The verified address.
             */
            email: string;
            /** @description Whether the password of the registration holds. False where the address was registered several times, with different passwords: nobody can tell whose is right, so `requestPasswordReset` lets the owner set one. */
            has_password: boolean;
            organization_id: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description The first project; null where the account had an organization already.
             */
            project_id: string | null;
        };
        /** @description Counted up by every change; the ETag is made of it. */
        Version: number;
    };
    responses: {
        /** @description The request breaks the contract; every violation is listed. */
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.already_member.invitation_pending.invitation_quota_reached.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.already_member.token_invalid.invitation_lapsed.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.bulk_refused.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.dependency_cycle.project_archived": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.email_taken.last_owner.user_not_verified": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.email_taken.password_rejected.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.home_organization_not_joined": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.import_finished.project_archived.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.invalid_transition.task_blocked.project_archived.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.label_name_taken.project_archived": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.label_name_taken.project_archived.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.last_owner": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.mfa_already_on.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.mfa_not_enrolled.mfa_code_wrong.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.mfa_not_on": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.mfa_not_on.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.milestone_name_taken.project_archived": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.milestone_name_taken.project_archived.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.organization_slug_taken": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.organization_slug_taken.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.password_rejected": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.password_wrong.password_rejected.password_reused.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.project_archived": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.project_archived.assignee_not_in_project.label_not_in_project.milestone_not_in_project": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.project_archived.assignee_not_in_project.label_not_in_project.milestone_not_in_project.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.project_archived.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.project_archived.import_source_mismatch.import_columns_refused.import_title_missing.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.project_key_taken.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.scope_not_grantable.expiry_not_grantable.expiry_in_past": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.scope_not_grantable.expiry_not_grantable.expiry_in_past.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.scope_not_grantable.expiry_not_grantable.idempotency_key_reused.idempotency_in_progress": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.token_invalid": {
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
        /** @description A rule or the current state refuses the request; `code` says which. */
        "Conflict.token_invalid.password_rejected.password_reused": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.csrf_failed": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.csrf_failed.comment_not_yours": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.csrf_failed.invitation_not_yours.session_required": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.csrf_failed.key_not_yours": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.csrf_failed.session_required": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.csrf_failed.session_required.fresh_session_required": {
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
        /** @description The scope or the role does not suffice, or the CSRF token is missing. */
        "Forbidden.insufficient_scope.session_required": {
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
        "InternalError.contract_violated": {
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
        /** @description If-None-Match names what the caller has, and it is the same still. */
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
        /** @description What If-Match or If-None-Match asks of the resource does not hold. */
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
        /** @description A needed part is down or overloaded; nothing was changed. */
        "ServiceUnavailable.overloaded": {
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
        /** @description The credentials are missing or not valid. */
        "Unauthenticated.invalid_credentials": {
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
        /** @description The credentials are missing or not valid. */
        "Unauthenticated.mfa_code_invalid.mfa_challenge_invalid": {
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
        /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
        ActiveOrganization: components["schemas"]["Id"];
        /** @description Only tasks of this assignee, or with `none` those that nobody is assigned to; repeated, of one of these. */
        AssigneeId: string[];
        /** @description Only these actions, `task.create` for example; repeat the parameter for several. */
        AuditAction: string[];
        /** @description Only what this user did. */
        AuditActorId: components["schemas"]["Id"];
        /** @description The entry. */
        AuditEntryId: components["schemas"]["Id"];
        /** @description Whose log; that of the installation is for operators. */
        AuditLogName: "organization" | "installation";
        /** @description Only changes in this project. */
        AuditProjectId: components["schemas"]["Id"];
        /** @description Only what this request did; its id is the `X-Request-Id` of the response. */
        AuditRequestId: string;
        /** @description Only changes of this resource. */
        AuditResourceId: components["schemas"]["Id"];
        /** @description Only changes of this sort of resource, `task` for example. */
        AuditResourceType: string;
        /** @description Only what was done at this time or later. */
        AuditedAfter: components["schemas"]["Instant"];
        /** @description Only what was done before this time. */
        AuditedBefore: components["schemas"]["Instant"];
        /** @description True leaves the tasks that wait for one that is neither done nor cancelled, false all others; absent means both. */
        Blocked: boolean;
        /** @description Whether CSV begins with a byte order mark, by which Excel knows that it is UTF-8. NDJSON never has one. */
        ByteOrderMark: boolean;
        /** @description Only tasks that are done since this time or later. */
        CompletedAfter: components["schemas"]["Instant"];
        /** @description Only tasks that were done before this time. */
        CompletedBefore: components["schemas"]["Instant"];
        /** @description Only tasks created at this time or later. */
        CreatedAfter: components["schemas"]["Instant"];
        /** @description Only tasks created before this time. */
        CreatedBefore: components["schemas"]["Instant"];
        /** @description Only tasks that this user created. */
        CreatedById: components["schemas"]["Id"];
        /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
        Cursor: string;
        /** @description Only tasks due on this day or later. */
        DueAfter: string;
        /** @description Only tasks due before this day. */
        DueBefore: string;
        /** @description Only tasks that were imported as this, as `origin.kind` says; repeated, as one of these. */
        ExternalKinds: ("issue" | "pull_request")[];
        /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
        IdempotencyKey: string;
        /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
        IfMatch: string;
        /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
        IfNoneMatch: string;
        /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
        IncludeTotal: boolean;
        /** @description The invitation. */
        InvitationId: components["schemas"]["Id"];
        /** @description Only the task with this key, in upper or lower case; repeated, those with one of these. */
        Keys: string[];
        /** @description Only tasks that carry this label; repeated, every one of them. */
        LabelIds: components["schemas"]["Id"][];
        /** @description The number of entries on a page. */
        Limit: number;
        /** @description Only tasks of this milestone; `none` leaves those without one. */
        MilestoneId: string;
        /** @description The organization. For a session it also is the organization that the request acts in. */
        OrganizationId: components["schemas"]["Id"];
        /** @description Only tasks of one of these; may be repeated. */
        Priority: ("none" | "low" | "medium" | "high" | "urgent")[];
        /** @description The project. */
        ProjectId: components["schemas"]["Id"];
        /** @description Only tasks whose title or description has what is typed, as in a web search: words in any order, "a phrase", or, -without. Words are parted by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings; Chinese, Japanese and Korean text is found by any part. A word with punctuation in it is a phrase; the key of a task finds it too. It filters and does not rank. */
        Search: string;
        /** @description Only tasks of one of these; may be repeated. */
        Status: ("backlog" | "todo" | "in_progress" | "in_review" | "done" | "cancelled")[];
        /** @description The task, by its id or its key. */
        TaskId: components["schemas"]["TaskReference"];
        /** @description Only tasks of one of these; may be repeated. */
        Type: ("task" | "bug" | "feature")[];
        /** @description True leaves the tasks that nobody is assigned to, false all others; absent means both. */
        Unassigned: boolean;
        /** @description Only tasks last changed at this time or later. */
        UpdatedAfter: components["schemas"]["Instant"];
        /** @description Only tasks last changed before this time. */
        UpdatedBefore: components["schemas"]["Instant"];
        /** @description The user. */
        UserId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The content codings that a body may come in, where it came in another one (RFC 9110, 15.5.16).
         * @example gzip, deflate, br
         */
        AcceptEncoding: string;
        /**
         * @description The content types that the operation takes, where the one of the body is none of them (RFC 9110, 15.5.16).
         * @example application/json
         */
        AcceptTypes: string;
        /**
         * @description As Accept; of PATCH (RFC 5789). A response to OPTIONS has it, too.
         * @example application/merge-patch+json, application/json
         */
        AcceptTypesOfPatch: string;
        /**
         * @description As Accept; of POST (Linked Data Platform 1.0, 7.1). A response to OPTIONS has it, too.
         * @example application/json
         */
        AcceptTypesOfPost: string;
        /**
         * @description The version of the contract that answered.
         * @example v2
         */
        ApiVersion: "v1" | "v2";
        /**
         * @description The name of the file that the response is to be kept in (RFC 6266).
         * @example attachment; filename="CORE.csv"
         */
        Attachment: string;
        /**
         * @description The version of the representation, for If-Match and If-None-Match. A compressed one has a tag of its own.
         * @example "1"
         */
        ETag: string;
        /**
         * @description There, and true, when this is the stored response of an earlier request with the same key.
         * @example true
         */
        IdempotencyReplayed: "true";
        /**
         * @description The next page, as rel="next"; absent on the last one (RFC 8288).
         * @example </api/v2/tasks?cursor=eyJhIjoxfQ.c2ln>; rel="next"
         */
        Link: string;
        /**
         * @description What is left of the quota, and the seconds until it is whole again.
         * @example "read";r=599;t=60
         */
        RateLimit: string;
        /**
         * @description The quota of this client for this class of operations (IETF draft-ietf-httpapi-ratelimit-headers).
         * @example "read";q=600;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description Names the request in our log; the caller's own where it sent a plain token.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         */
        RequestId: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description Seconds to wait, where waiting helps.
         * @example 30
         */
        RetryAfterWhereKnown: number;
        /**
         * @description The session cookie, or its end.
         * @example architect_session=c2Vzc2lvbg; Path=/; HttpOnly; Secure; SameSite=Lax
         */
        SetCookie: string;
        /**
         * @description How to authenticate (RFC 9110).
         * @example Bearer realm="architect"
         */
        WwwAuthenticate: string;
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
            /** @description The response. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The response. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The response. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The response. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailedHealth"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description A mail is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.password_rejected"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The address is verified; the account can log in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.token_invalid"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description If the address waits for its verification, a mail is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description If the address has an account, a mail is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The new password holds; log in with it. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.token_invalid.password_rejected.password_reused"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
            /** @description The new password holds; the session goes on under its new token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required.fresh_session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.password_wrong.password_rejected.password_reused.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The session has begun, and the cookie holds the same token; or the second factor is asked for. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description The session cookie, where a session has begun.
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
            401: components["responses"]["Unauthenticated.invalid_credentials"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated.mfa_code_invalid.mfa_challenge_invalid"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    rotateSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The token to send as X-CSRF-Token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsrfToken"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.session_required"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required.fresh_session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.last_owner"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MeUpdate"];
                "application/json": components["schemas"]["MeUpdate"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.home_organization_not_joined"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listMyInvitations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedInvitationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listMySessions: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description No other session is left. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    revokeMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session. */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    enrolTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret; it is shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required.fresh_session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.mfa_already_on.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description There is no second factor any more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required.fresh_session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.mfa_not_on"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpConfirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.mfa_not_enrolled.mfa_code_wrong.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    regenerateRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes; they are shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required.fresh_session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.mfa_not_on.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "name" | "-name") | undefined;
                /** @description Only the keys of this user. */
                user_id?: components["schemas"]["Id"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.scope_not_grantable.expiry_not_grantable.expiry_in_past.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The API key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The API key. */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The API key. */
                api_key_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ApiKeyUpdate"];
                "application/json": components["schemas"]["ApiKeyUpdate"];
            };
        };
        responses: {
            /** @description The key as it is now, without its secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.scope_not_grantable.expiry_not_grantable.expiry_in_past"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The API key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.key_not_yours"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.scope_not_grantable.expiry_not_grantable.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getApiKeyUsage: {
        parameters: {
            query?: {
                /** @description How many days to look back, today among them. */
                days?: number | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The API key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyUsage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "name" | "-name" | "email" | "-email") | undefined;
                /** @description Only users whose name or address has what is typed, as `q` of listTasks describes it. */
                q?: string | undefined;
                /** @description Only the user with this address. */
                email?: components["schemas"]["EmailAddress"] | undefined;
                /** @description Only users of these statuses. */
                status?: components["schemas"]["UserStatus"][] | undefined;
                /** @description Only operators, or only the others; absent means both. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.email_taken.password_rejected.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The user. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The user. */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.last_owner"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The user. */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UserUpdate"];
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.email_taken.last_owner.user_not_verified"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "last_active_at" | "-last_active_at") | undefined;
                /** @description Only the sessions of this user. */
                user_id?: components["schemas"]["Id"] | undefined;
                /** @description Only sessions that last worked in this organization. */
                organization_id?: components["schemas"]["Id"] | undefined;
                /** @description Only sessions that were begun from this IP address. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getSessionStats: {
        parameters: {
            query?: {
                /** @description Only sessions that last worked in this organization. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session. */
                session_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "name" | "-name") | undefined;
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.organization_slug_taken.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OrganizationUpdate"];
                "application/json": components["schemas"]["OrganizationUpdate"];
            };
        };
        responses: {
            /** @description The organization as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.organization_slug_taken"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "name" | "-name") | undefined;
                /** @description Only members with one of these roles. */
                role?: ("owner" | "admin" | "member" | "viewer")[] | undefined;
            };
            header?: never;
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
                /** @description The user. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.last_owner"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
                organization_id: components["parameters"]["OrganizationId"];
                /** @description The user. */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MemberUpdate"];
                "application/json": components["schemas"]["MemberUpdate"];
            };
        };
        responses: {
            /** @description The member as they are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.last_owner"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "email" | "-email") | undefined;
                /** @description Only invitations in one of these states. */
                status?: ("pending" | "accepted" | "revoked" | "expired")[] | undefined;
            };
            header?: never;
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The organization. For a session it also is the organization that the request acts in. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.already_member.invitation_pending.invitation_quota_reached.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.invitation_not_yours.session_required"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.already_member.token_invalid.invitation_lapsed.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The invitation. */
                invitation_id: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is withdrawn. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "updated_at" | "-updated_at" | "name" | "-name" | "key" | "-key") | undefined;
                /** @description Only the project with this key. */
                key?: components["schemas"]["ProjectKey"] | undefined;
                /** @description Only projects that the organization sees, or only private ones; absent means both. */
                visibility?: ("organization" | "private") | undefined;
                /** @description Only projects in which the caller has a role of their own, or only the others; absent means both. */
                joined?: boolean | undefined;
                /** @description Only archived projects, or only those in use; absent means both. */
                archived?: boolean | undefined;
                /** @description Only projects whose key, name or description has what is typed, as `q` of listTasks describes it. */
                q?: string | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_key_taken.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ProjectUpdate"];
                "application/json": components["schemas"]["ProjectUpdate"];
            };
        };
        responses: {
            /** @description The project as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getProjectStats: {
        parameters: {
            query?: {
                /** @description Only tasks of this milestone. */
                milestone_id?: components["schemas"]["Id"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listProjectMembers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "name" | "-name") | undefined;
                /** @description Only members with one of these roles. */
                role?: ("lead" | "contributor" | "viewer")[] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMemberPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    setProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The user, a member of the organization. */
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
            /** @description The member as they are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    removeProjectMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The user, a member of the organization. */
                user_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have no role of their own any more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listLabels: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("name" | "-name" | "created_at" | "-created_at") | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.label_name_taken.project_archived.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The label. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The label. */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The label. */
                label_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["LabelUpdate"];
                "application/json": components["schemas"]["LabelUpdate"];
            };
        };
        responses: {
            /** @description The label as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.label_name_taken.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listMilestones: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("due_on" | "-due_on" | "name" | "-name" | "created_at" | "-created_at") | undefined;
                /** @description Only open milestones, or only closed ones; absent means both. */
                state?: ("open" | "closed") | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestonePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.milestone_name_taken.project_archived.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The milestone. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The milestone. */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The milestone. */
                milestone_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MilestoneUpdate"];
                "application/json": components["schemas"]["MilestoneUpdate"];
            };
        };
        responses: {
            /** @description The milestone as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.milestone_name_taken.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listProjectTasks: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "updated_at" | "-updated_at" | "number" | "-number" | "priority" | "-priority" | "due_on" | "-due_on" | "title" | "-title") | undefined;
                /** @description Only the task with this key, in upper or lower case; repeated, those with one of these. */
                key?: components["parameters"]["Keys"] | undefined;
                /** @description Only tasks of one of these; may be repeated. */
                status?: components["parameters"]["Status"] | undefined;
                /** @description Only tasks of one of these; may be repeated. */
                type?: components["parameters"]["Type"] | undefined;
                /** @description Only tasks of one of these; may be repeated. */
                priority?: components["parameters"]["Priority"] | undefined;
                /** @description Only tasks of this assignee, or with `none` those that nobody is assigned to; repeated, of one of these. */
                assignee_id?: components["parameters"]["AssigneeId"] | undefined;
                /** @description True leaves the tasks that nobody is assigned to, false all others; absent means both. */
                unassigned?: components["parameters"]["Unassigned"] | undefined;
                /** @description Only tasks that this user created. */
                created_by_id?: components["parameters"]["CreatedById"] | undefined;
                /** @description True leaves the tasks that wait for one that is neither done nor cancelled, false all others; absent means both. */
                blocked?: components["parameters"]["Blocked"] | undefined;
                /** @description Only tasks that carry this label; repeated, every one of them. */
                label_id?: components["parameters"]["LabelIds"] | undefined;
                /** @description Only tasks of this milestone; `none` leaves those without one. */
                milestone_id?: components["parameters"]["MilestoneId"] | undefined;
                /** @description Only tasks that were imported as this, as `origin.kind` says; repeated, as one of these. */
                external_kind?: components["parameters"]["ExternalKinds"] | undefined;
                /** @description Only tasks created at this time or later. */
                created_after?: components["parameters"]["CreatedAfter"] | undefined;
                /** @description Only tasks created before this time. */
                created_before?: components["parameters"]["CreatedBefore"] | undefined;
                /** @description Only tasks last changed at this time or later. */
                updated_after?: components["parameters"]["UpdatedAfter"] | undefined;
                /** @description Only tasks last changed before this time. */
                updated_before?: components["parameters"]["UpdatedBefore"] | undefined;
                /** @description Only tasks that are done since this time or later. */
                completed_after?: components["parameters"]["CompletedAfter"] | undefined;
                /** @description Only tasks that were done before this time. */
                completed_before?: components["parameters"]["CompletedBefore"] | undefined;
                /** @description Only tasks due on this day or later. */
                due_after?: components["parameters"]["DueAfter"] | undefined;
                /** @description Only tasks due before this day. */
                due_before?: components["parameters"]["DueBefore"] | undefined;
                /** @description Only tasks whose title or description has what is typed, as in a web search: words in any order, "a phrase", or, -without. Words are parted by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings; Chinese, Japanese and Korean text is found by any part. A word with punctuation in it is a phrase; the key of a task finds it too. It filters and does not rank. */
                q?: components["parameters"]["Search"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived.assignee_not_in_project.label_not_in_project.milestone_not_in_project.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at" | "updated_at" | "-updated_at" | "priority" | "-priority" | "due_on" | "-due_on" | "title" | "-title") | undefined;
                /** @description Only tasks of this project; repeated, of one of these. */
                project_id?: components["schemas"]["Id"][] | undefined;
                /** @description True leaves the tasks assigned to the caller, false all others; absent means both. */
                assigned_to_me?: boolean | undefined;
                /** @description Only the task with this key, in upper or lower case; repeated, those with one of these. */
                key?: components["parameters"]["Keys"] | undefined;
                /** @description Only tasks of one of these; may be repeated. */
                status?: components["parameters"]["Status"] | undefined;
                /** @description Only tasks of one of these; may be repeated. */
                type?: components["parameters"]["Type"] | undefined;
                /** @description Only tasks of one of these; may be repeated. */
                priority?: components["parameters"]["Priority"] | undefined;
                /** @description Only tasks of this assignee, or with `none` those that nobody is assigned to; repeated, of one of these. */
                assignee_id?: components["parameters"]["AssigneeId"] | undefined;
                /** @description True leaves the tasks that nobody is assigned to, false all others; absent means both. */
                unassigned?: components["parameters"]["Unassigned"] | undefined;
                /** @description Only tasks that this user created. */
                created_by_id?: components["parameters"]["CreatedById"] | undefined;
                /** @description True leaves the tasks that wait for one that is neither done nor cancelled, false all others; absent means both. */
                blocked?: components["parameters"]["Blocked"] | undefined;
                /** @description Only tasks that carry this label; repeated, every one of them. */
                label_id?: components["parameters"]["LabelIds"] | undefined;
                /** @description Only tasks of this milestone; `none` leaves those without one. */
                milestone_id?: components["parameters"]["MilestoneId"] | undefined;
                /** @description Only tasks that were imported as this, as `origin.kind` says; repeated, as one of these. */
                external_kind?: components["parameters"]["ExternalKinds"] | undefined;
                /** @description Only tasks created at this time or later. */
                created_after?: components["parameters"]["CreatedAfter"] | undefined;
                /** @description Only tasks created before this time. */
                created_before?: components["parameters"]["CreatedBefore"] | undefined;
                /** @description Only tasks last changed at this time or later. */
                updated_after?: components["parameters"]["UpdatedAfter"] | undefined;
                /** @description Only tasks last changed before this time. */
                updated_before?: components["parameters"]["UpdatedBefore"] | undefined;
                /** @description Only tasks that are done since this time or later. */
                completed_after?: components["parameters"]["CompletedAfter"] | undefined;
                /** @description Only tasks that were done before this time. */
                completed_before?: components["parameters"]["CompletedBefore"] | undefined;
                /** @description Only tasks due on this day or later. */
                due_after?: components["parameters"]["DueAfter"] | undefined;
                /** @description Only tasks due before this day. */
                due_before?: components["parameters"]["DueBefore"] | undefined;
                /** @description Only tasks whose title or description has what is typed, as in a web search: words in any order, "a phrase", or, -without. Words are parted by spaces and by punctuation (`/ . _ - : @ #`), and compared without case, accents and English endings; Chinese, Japanese and Korean text is found by any part. A word with punctuation in it is a phrase; the key of a task finds it too. It filters and does not rank. */
                q?: components["parameters"]["Search"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    bulkTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
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
            /** @description One result for each operation; all of them successes where `atomic` was asked for. */
            207: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBulkReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.bulk_refused.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TaskUpdate"];
                "application/json": components["schemas"]["TaskUpdate"];
            };
        };
        responses: {
            /** @description The task as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived.assignee_not_in_project.label_not_in_project.milestone_not_in_project"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    transitionTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.invalid_transition.task_blocked.project_archived.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listTaskHistory: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("version" | "-version") | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskHistoryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listTaskDependencies: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
                /** @description With `blocked_by`, the tasks that it waits for; with `blocks`, the tasks that wait for it. */
                direction?: ("blocked_by" | "blocks") | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDependencyPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    addTaskDependency: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
                /** @description The task that is waited for, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDependency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.dependency_cycle.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    removeTaskDependency: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
                task_id: components["parameters"]["TaskId"];
                /** @description The task that is waited for, by its id or its key. */
                blocking_task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits no longer. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
                /** @description Only comments of these kinds; may be repeated. */
                kind?: ("comment" | "review" | "review_comment")[] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The task, by its id or its key. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The comment. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The comment. */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    updateComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag of the version that the change is meant for; any other version returns 412. Several may be listed; `*` stands for any. */
                "If-Match"?: components["parameters"]["IfMatch"] | undefined;
            };
            path: {
                /** @description The comment. */
                comment_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CommentUpdate"];
                "application/json": components["schemas"]["CommentUpdate"];
            };
        };
        responses: {
            /** @description The comment as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed.comment_not_yours"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    createImport: {
        parameters: {
            query?: {
                /** @description The format of the upload. */
                source?: ("github_archive" | "csv" | "ndjson") | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The project. */
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
            /** @description The import as it was accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description Where the resource is.
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
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.project_archived.import_source_mismatch.import_columns_refused.import_title_missing.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description The ETag that the caller has; the same version returns 304 without a body, and 412 where the request is no read. Several may be listed; `*` stands for any. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"] | undefined;
            };
            path: {
                /** @description The import. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
                /** @description A value of the caller's own that makes the request safe to repeat with the same session or API key; the first response is kept for at least 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            };
            path: {
                /** @description The import. */
                import_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it was left. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope.csrf_failed"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict.import_finished.project_archived.idempotency_key_reused.idempotency_in_progress"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    exportProject: {
        parameters: {
            query?: {
                /** @description Whether CSV begins with a byte order mark, by which Excel knows that it is UTF-8. NDJSON never has one. */
                bom?: components["parameters"]["ByteOrderMark"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records; a body without its last chunk is not whole. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
                /** @description Only what happened in this project; nothing for one that the caller cannot see. */
                project_id?: components["schemas"]["Id"] | undefined;
                /** @description Only what this user did. */
                actor_id?: components["schemas"]["Id"] | undefined;
                /** @description Only these types; repeat the parameter for several. */
                type?: components["schemas"]["ActivityType"][] | undefined;
                /** @description Only what happened at this time or later. */
                created_after?: components["schemas"]["Instant"] | undefined;
                /** @description Only what happened before this time. */
                created_before?: components["schemas"]["Instant"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("created_at" | "-created_at") | undefined;
                /** @description Whose log; that of the installation is for operators. */
                log?: components["parameters"]["AuditLogName"] | undefined;
                /** @description Only what this user did. */
                actor_id?: components["parameters"]["AuditActorId"] | undefined;
                /** @description Only these actions, `task.create` for example; repeat the parameter for several. */
                action?: components["parameters"]["AuditAction"] | undefined;
                /** @description Only changes of this sort of resource, `task` for example. */
                resource_type?: components["parameters"]["AuditResourceType"] | undefined;
                /** @description Only changes of this resource. */
                resource_id?: components["parameters"]["AuditResourceId"] | undefined;
                /** @description Only changes in this project. */
                project_id?: components["parameters"]["AuditProjectId"] | undefined;
                /** @description Only what this request did; its id is the `X-Request-Id` of the response. */
                request_id?: components["parameters"]["AuditRequestId"] | undefined;
                /** @description Only what was done at this time or later. */
                created_after?: components["parameters"]["AuditedAfter"] | undefined;
                /** @description Only what was done before this time. */
                created_before?: components["parameters"]["AuditedBefore"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    exportAuditLog: {
        parameters: {
            query?: {
                /** @description Whose log; that of the installation is for operators. */
                log?: components["parameters"]["AuditLogName"] | undefined;
                /** @description Only what this user did. */
                actor_id?: components["parameters"]["AuditActorId"] | undefined;
                /** @description Only these actions, `task.create` for example; repeat the parameter for several. */
                action?: components["parameters"]["AuditAction"] | undefined;
                /** @description Only changes of this sort of resource, `task` for example. */
                resource_type?: components["parameters"]["AuditResourceType"] | undefined;
                /** @description Only changes of this resource. */
                resource_id?: components["parameters"]["AuditResourceId"] | undefined;
                /** @description Only changes in this project. */
                project_id?: components["parameters"]["AuditProjectId"] | undefined;
                /** @description Only what this request did; its id is the `X-Request-Id` of the response. */
                request_id?: components["parameters"]["AuditRequestId"] | undefined;
                /** @description Only what was done at this time or later. */
                created_after?: components["parameters"]["AuditedAfter"] | undefined;
                /** @description Only what was done before this time. */
                created_before?: components["parameters"]["AuditedBefore"] | undefined;
                /** @description Whether CSV begins with a byte order mark, by which Excel knows that it is UTF-8. NDJSON never has one. */
                bom?: components["parameters"]["ByteOrderMark"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries; a body without its last chunk is not whole. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
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
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    verifyAuditLog: {
        parameters: {
            query?: {
                /** @description Whose log; that of the installation is for operators. */
                log?: components["parameters"]["AuditLogName"] | undefined;
            };
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    getAuditEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a session, the organization to act in; by default the user's home organization. An API key belongs to one organization already. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /** @description The entry. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description What the caller should move away from. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecationList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
        };
    };
    listContractViolations: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The `next_cursor` of the page before; it belongs to the same filters and the same order, and any other is refused with 400. */
                cursor?: components["parameters"]["Cursor"] | undefined;
                /** @description Counts all entries that the filters leave, as `page.total`. Costs time on large collections. */
                include_total?: components["parameters"]["IncludeTotal"] | undefined;
                /** @description The order; a minus sign turns it round. */
                sort?: ("last_at" | "-last_at" | "first_at" | "-first_at" | "violation_count" | "-violation_count") | undefined;
                /** @description Only violations of this operation, in either version. */
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
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractViolationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden.insufficient_scope"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError.contract_violated"];
            503: components["responses"]["ServiceUnavailable.overloaded"];
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
            /** @description The receiver took it; any 2xx counts. */
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
export type ActivityType = components['schemas']['ActivityType'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyCreate = components['schemas']['ApiKeyCreate'];
export type ApiKeyCreated = components['schemas']['ApiKeyCreated'];
export type ApiKeyDayUsage = components['schemas']['ApiKeyDayUsage'];
export type ApiKeyEvent = components['schemas']['ApiKeyEvent'];
export type ApiKeyOperationUsage = components['schemas']['ApiKeyOperationUsage'];
export type ApiKeyPage = components['schemas']['ApiKeyPage'];
export type ApiKeyRotation = components['schemas']['ApiKeyRotation'];
export type ApiKeyScope = components['schemas']['ApiKeyScope'];
export type ApiKeyUpdate = components['schemas']['ApiKeyUpdate'];
export type ApiKeyUsage = components['schemas']['ApiKeyUsage'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditEntryPage = components['schemas']['AuditEntryPage'];
export type AuditRow = components['schemas']['AuditRow'];
export type AuditSnapshot = components['schemas']['AuditSnapshot'];
export type AuditVerification = components['schemas']['AuditVerification'];
export type Comment = components['schemas']['Comment'];
export type CommentCreate = components['schemas']['CommentCreate'];
export type CommentEvent = components['schemas']['CommentEvent'];
export type CommentKind = components['schemas']['CommentKind'];
export type CommentPage = components['schemas']['CommentPage'];
export type CommentRecord = components['schemas']['CommentRecord'];
export type CommentUpdate = components['schemas']['CommentUpdate'];
export type ComponentHealth = components['schemas']['ComponentHealth'];
export type ContractViolation = components['schemas']['ContractViolation'];
export type ContractViolationPage = components['schemas']['ContractViolationPage'];
export type ContractViolationPart = components['schemas']['ContractViolationPart'];
export type Credentials = components['schemas']['Credentials'];
export type CsrfToken = components['schemas']['CsrfToken'];
export type DependencyRecord = components['schemas']['DependencyRecord'];
export type DeprecationList = components['schemas']['DeprecationList'];
export type DeprecationUse = components['schemas']['DeprecationUse'];
export type DeprecationUseOfKey = components['schemas']['DeprecationUseOfKey'];
export type DetailedHealth = components['schemas']['DetailedHealth'];
export type EmailAddress = components['schemas']['EmailAddress'];
export type EmailChoice = components['schemas']['EmailChoice'];
export type EmailVerification = components['schemas']['EmailVerification'];
export type GithubArchive = components['schemas']['GithubArchive'];
export type Health = components['schemas']['Health'];
export type HealthFact = components['schemas']['HealthFact'];
export type Id = components['schemas']['Id'];
export type Import = components['schemas']['Import'];
export type ImportCount = components['schemas']['ImportCount'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportEvent = components['schemas']['ImportEvent'];
export type ImportPage = components['schemas']['ImportPage'];
export type ImportRefusal = components['schemas']['ImportRefusal'];
export type ImportSource = components['schemas']['ImportSource'];
export type ImportStatus = components['schemas']['ImportStatus'];
export type Instant = components['schemas']['Instant'];
export type Invitation = components['schemas']['Invitation'];
export type InvitationAcceptance = components['schemas']['InvitationAcceptance'];
export type InvitationCreate = components['schemas']['InvitationCreate'];
export type InvitationEvent = components['schemas']['InvitationEvent'];
export type InvitationPage = components['schemas']['InvitationPage'];
export type InvitationStatus = components['schemas']['InvitationStatus'];
export type Label = components['schemas']['Label'];
export type LabelColor = components['schemas']['LabelColor'];
export type LabelCreate = components['schemas']['LabelCreate'];
export type LabelEvent = components['schemas']['LabelEvent'];
export type LabelPage = components['schemas']['LabelPage'];
export type LabelRecord = components['schemas']['LabelRecord'];
export type LabelUpdate = components['schemas']['LabelUpdate'];
export type Liveness = components['schemas']['Liveness'];
export type LogInOutcome = components['schemas']['LogInOutcome'];
export type MeUpdate = components['schemas']['MeUpdate'];
export type Member = components['schemas']['Member'];
export type MemberEvent = components['schemas']['MemberEvent'];
export type MemberPage = components['schemas']['MemberPage'];
export type MemberRecord = components['schemas']['MemberRecord'];
export type MemberUpdate = components['schemas']['MemberUpdate'];
export type MfaChallenge = components['schemas']['MfaChallenge'];
export type MfaLogIn = components['schemas']['MfaLogIn'];
export type Milestone = components['schemas']['Milestone'];
export type MilestoneCreate = components['schemas']['MilestoneCreate'];
export type MilestoneEvent = components['schemas']['MilestoneEvent'];
export type MilestonePage = components['schemas']['MilestonePage'];
export type MilestoneProgress = components['schemas']['MilestoneProgress'];
export type MilestoneRecord = components['schemas']['MilestoneRecord'];
export type MilestoneState = components['schemas']['MilestoneState'];
export type MilestoneUpdate = components['schemas']['MilestoneUpdate'];
export type Organization = components['schemas']['Organization'];
export type OrganizationCreate = components['schemas']['OrganizationCreate'];
export type OrganizationEvent = components['schemas']['OrganizationEvent'];
export type OrganizationPage = components['schemas']['OrganizationPage'];
export type OrganizationRole = components['schemas']['OrganizationRole'];
export type OrganizationSlug = components['schemas']['OrganizationSlug'];
export type OrganizationUpdate = components['schemas']['OrganizationUpdate'];
export type Origin = components['schemas']['Origin'];
export type Page = components['schemas']['Page'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordReset = components['schemas']['PasswordReset'];
export type PasswordResetReceipt = components['schemas']['PasswordResetReceipt'];
export type Problem = components['schemas']['Problem'];
export type ProblemViolation = components['schemas']['ProblemViolation'];
export type Project = components['schemas']['Project'];
export type ProjectCreate = components['schemas']['ProjectCreate'];
export type ProjectEvent = components['schemas']['ProjectEvent'];
export type ProjectKey = components['schemas']['ProjectKey'];
export type ProjectMember = components['schemas']['ProjectMember'];
export type ProjectMemberPage = components['schemas']['ProjectMemberPage'];
export type ProjectMemberSet = components['schemas']['ProjectMemberSet'];
export type ProjectPage = components['schemas']['ProjectPage'];
export type ProjectRecord = components['schemas']['ProjectRecord'];
export type ProjectRole = components['schemas']['ProjectRole'];
export type ProjectStats = components['schemas']['ProjectStats'];
export type ProjectUpdate = components['schemas']['ProjectUpdate'];
export type ProjectVisibility = components['schemas']['ProjectVisibility'];
export type Readiness = components['schemas']['Readiness'];
export type ReceivedInvitation = components['schemas']['ReceivedInvitation'];
export type ReceivedInvitationPage = components['schemas']['ReceivedInvitationPage'];
export type RecordStream = components['schemas']['RecordStream'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type Refusal = components['schemas']['Refusal'];
export type Registration = components['schemas']['Registration'];
export type RegistrationReceipt = components['schemas']['RegistrationReceipt'];
export type Session = components['schemas']['Session'];
export type SessionAgentCount = components['schemas']['SessionAgentCount'];
export type SessionDayCount = components['schemas']['SessionDayCount'];
export type SessionEvent = components['schemas']['SessionEvent'];
export type SessionFacts = components['schemas']['SessionFacts'];
export type SessionPage = components['schemas']['SessionPage'];
export type SessionStart = components['schemas']['SessionStart'];
export type SessionStats = components['schemas']['SessionStats'];
export type Successor = components['schemas']['Successor'];
export type Task = components['schemas']['Task'];
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
export type TaskEvent = components['schemas']['TaskEvent'];
export type TaskHistoryEntry = components['schemas']['TaskHistoryEntry'];
export type TaskHistoryPage = components['schemas']['TaskHistoryPage'];
export type TaskPage = components['schemas']['TaskPage'];
export type TaskPriority = components['schemas']['TaskPriority'];
export type TaskRecord = components['schemas']['TaskRecord'];
export type TaskReference = components['schemas']['TaskReference'];
export type TaskRow = components['schemas']['TaskRow'];
export type TaskStatus = components['schemas']['TaskStatus'];
export type TaskTransition = components['schemas']['TaskTransition'];
export type TaskType = components['schemas']['TaskType'];
export type TaskUpdate = components['schemas']['TaskUpdate'];
export type Timestamp = components['schemas']['Timestamp'];
export type TotpCode = components['schemas']['TotpCode'];
export type TotpConfirmation = components['schemas']['TotpConfirmation'];
export type TotpEnrolment = components['schemas']['TotpEnrolment'];
export type User = components['schemas']['User'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserEvent = components['schemas']['UserEvent'];
export type UserName = components['schemas']['UserName'];
export type UserPage = components['schemas']['UserPage'];
export type UserStatus = components['schemas']['UserStatus'];
export type UserUpdate = components['schemas']['UserUpdate'];
export type VerifiedAccount = components['schemas']['VerifiedAccount'];
export type Version = components['schemas']['Version'];
