// Written by `make generate`; do not edit.

export interface paths {
    "/api/v1/auth/register": {
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
         * @deprecated
         * @description Always returns 202 and sends a mail to the address. A common password returns 409.
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
    "/api/v1/auth/login": {
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
         * @deprecated
         * @description Starts a session. A wrong address or password returns 401, too many attempts 429. An account with a second factor gets 401 `mfa_required`; log in through v2.
         *
         *     Specific problems: [`invalid_credentials`](/api/problems/invalid_credentials), [`mfa_required`](/api/problems/mfa_required). Events: `session.created`, `session.suspicious`. Rate limit: class `auth`.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
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
         * @deprecated
         * @description Ends the token at once. An API key has no session to end and gets 403.
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
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of the installation
         * @deprecated
         * @description For operators. Returns the newest users first, paged by offset.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @deprecated
         * @description For operators. With a password the account is open at once; without one, the user gets a mail with a link to set it.
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
    "/api/v1/users/{user_id}": {
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
         * @deprecated
         * @description For operators. Returns 404 for a deleted user.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @deprecated
         * @description For operators. Permanently deletes personal data. What the user did stays, attributed to a deleted user.
         *
         *     Specific problems: [`last_owner`](/api/problems/last_owner). Events: `user.deleted`, `session.revoked`, `api_key.deleted`, `member.removed`, `organization.deleted`, `task.updated`. Rate limit: class `write`.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @deprecated
         * @description For operators. Setting `active` to false ends the sessions and API keys of the user at once. Returns 409 `last_owner` if an organization with other members would have no owner who can log in.
         *
         *     Specific problems: [`email_taken`](/api/problems/email_taken), [`last_owner`](/api/problems/last_owner). Events: `user.deactivated`, `session.revoked`, `api_key.deleted`. Rate limit: class `write`.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions of the installation
         * @deprecated
         * @description For operators. Returns the newest sessions first, paged by offset.
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
    "/api/v1/sessions/{session_id}": {
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
         * @deprecated
         * @description For operators. Returns 404 for a session that has ended.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /**
         * End a session
         * @deprecated
         * @description For operators. Ends the token at once.
         *
         *     Events: `session.revoked`. Rate limit: class `write`.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects that the caller can see
         * @deprecated
         * @description Returns the newest projects first, paged by offset.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project
         * @deprecated
         * @description Needs the role member; the project is visible to the whole organization.
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
    "/api/v1/projects/{project_id}": {
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
         * @deprecated
         * @description Returns 404 if the caller cannot see the project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /**
         * Delete a project and everything in it
         * @deprecated
         * @description Needs the role lead. Permanently deletes the project's tasks, too.
         *
         *     Specific problems: [`installation_managed`](/api/problems/installation_managed). Events: `project.deleted`. Rate limit: class `write`.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /**
         * Change a project
         * @deprecated
         * @description Needs the role lead. The status `archived` makes the project and everything in it read-only; `active` restores it.
         *
         *     Specific problems: [`installation_managed`](/api/problems/installation_managed), [`project_archived`](/api/problems/project_archived). Events: `project.updated`, `project.archived`. Rate limit: class `write`.
         */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/api/v1/projects/{project_id}/stats": {
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
         * @deprecated
         * @description Returns 404 if the caller cannot see the project.
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
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks across projects
         * @deprecated
         * @description Lists the tasks of all projects that the caller can see, newest first, paged by offset.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listTasks"];
        put?: never;
        /**
         * Create a task
         * @deprecated
         * @description Needs the role contributor in the project. The new task is open. It is unassigned unless `assignee_id` names a user.
         *
         *     Specific problems: [`project_unknown`](/api/problems/project_unknown), [`project_archived`](/api/problems/project_archived), [`assignee_not_in_project`](/api/problems/assignee_not_in_project). Events: `task.created`. Rate limit: class `write`.
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}": {
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
         * @deprecated
         * @description Returns 404 if the caller cannot see the task's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @deprecated
         * @description Needs the role contributor. Permanently deletes the task's comments and history, too.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `task.deleted`, `dependency.removed`. Rate limit: class `write`.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @deprecated
         * @description Needs the role contributor. Reaches a status by the shortest path that `transitionTask` of v2 allows; each step makes a version of its own.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived), [`assignee_not_in_project`](/api/problems/assignee_not_in_project), [`task_blocked`](/api/problems/task_blocked). Events: `task.updated`, `task.transitioned`. Rate limit: class `write`.
         */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/complete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0301
                 */
                task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task
         * @deprecated
         * @description Needs the role contributor. Moves the task to done by the shortest path that `transitionTask` of v2 allows; each step makes a version of its own. Returns 409 `task_already_completed` for a task that is done.
         *
         *     Specific problems: [`task_already_completed`](/api/problems/task_already_completed), [`task_blocked`](/api/problems/task_blocked), [`project_archived`](/api/problems/project_archived). Events: `task.transitioned`. Rate limit: class `write`.
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @deprecated
         * @description Lists the events of the organization and of the projects that the caller can see, those that happened last first, paged by offset.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Record an event
         * @deprecated
         * @description Needs the role contributor in the project, without a project the role member. Each request records a new event: only `recordEvents` of v2 knows one that is sent again.
         *
         *     Specific problems: [`project_unknown`](/api/problems/project_unknown), [`project_archived`](/api/problems/project_archived), [`event_time_ahead`](/api/problems/event_time_ahead), [`event_too_large`](/api/problems/event_too_large), [`event_user_unknown`](/api/problems/event_user_unknown). Rate limit: class `ingest`.
         */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}": {
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
         * @deprecated
         * @description Returns 404 if the event belongs to a project that the caller cannot see.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        /**
         * Delete an event
         * @deprecated
         * @description Needs the role lead in the event's project; for an event without a project, the role admin. Counts go down with it.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Rate limit: class `write`.
         */
        delete: operations["deleteEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List errors
         * @deprecated
         * @description Lists the errors of all projects that the caller can see, newest first, paged by offset.
         *
         *     Rate limit: class `read`.
         */
        get: operations["listErrors"];
        put?: never;
        /**
         * Report an error
         * @deprecated
         * @description Needs the role contributor in the project. Counts one occurrence, of a known error or of a new one.
         *
         *     Specific problems: [`project_unknown`](/api/problems/project_unknown), [`project_archived`](/api/problems/project_archived). Events: `error.created`, `error.regressed`. Rate limit: class `ingest`.
         */
        post: operations["createError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errors/{error_id}": {
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
         * @deprecated
         * @description Returns 404 if the caller cannot see the error's project.
         *
         *     Rate limit: class `read`.
         */
        get: operations["getError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errors/{error_id}/resolve": {
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
         * Resolve an error
         * @deprecated
         * @description Needs the role contributor. A resolved error stays as it is.
         *
         *     Specific problems: [`project_archived`](/api/problems/project_archived). Events: `error.resolved`. Rate limit: class `write`.
         */
        post: operations["resolveError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The user of a session, as v1 shows it. */
        AccountV1: {
            id: components["schemas"]["Id"];
            /**
             * Format: idn-email
             * @description The verified address.
             */
            email: string;
            /** @description The user's name. */
            name: string;
            created_at: components["schemas"]["Timestamp"];
        };
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
         * Format: idn-email
         * @description An e-mail address, also an internationalized one (RFC 6531). Quoted local parts, address literals, spaces and invisible characters are refused. Case does not matter, and a domain in its own script equals its form with `xn--`. The address is stored and returned in one form: lower case, composed (NFC), with `xn--`.
         * @example ada@meridian.example
         */
        EmailAddress: string;
        /** @description One occurrence of a failure. */
        ErrorCreateV1: {
            project_id: components["schemas"]["Id"];
            /** @description The type of the failure. */
            type?: string | undefined;
            /** @description Its message. */
            message: string;
            level?: components["schemas"]["ErrorLevel"] | undefined;
            /** @description The stack trace as the program prints it. */
            stack_trace?: string | undefined;
            /** @description The release of the program. */
            release?: string | undefined;
            /** @description Where it ran. */
            environment?: string | undefined;
        };
        /** @description An error of a program. What v2 counts outside of it is part of it here. */
        ErrorItemV1: {
            id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description The type of the failure; empty if it has none. */
            type: string;
            /** @description The message of the first report; empty if it has none. */
            message: string;
            level: components["schemas"]["ErrorLevel"];
            status: components["schemas"]["ErrorStateV1"];
            /** @description The last release that a report named; empty if none did. */
            release: string;
            /**
             * Format: int64
             * @description How often it has occurred.
             */
            count: number;
            first_seen_at: components["schemas"]["Timestamp"];
            last_seen_at: components["schemas"]["Timestamp"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description How bad it is; `fatal` ended the program. Clients must accept further values in what they receive.
         * @enum {string}
         */
        ErrorLevel: "fatal" | "error" | "warning" | "info" | "debug";
        /** @description A page of errors. */
        ErrorListV1: {
            /** @description The errors, newest first. */
            data: components["schemas"]["ErrorItemV1"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description The state of an error. Clients must accept further values in what they receive.
         * @example open
         * @enum {string}
         */
        ErrorStateV1: "open" | "resolved" | "ignored";
        /** @description An error in the shape of v1. */
        ErrorV1: {
            code: components["schemas"]["ProblemCode"];
            /** @description What happened. */
            message: string;
            /** @description Every violation of the contract; empty for other errors. */
            details: components["schemas"]["ProblemViolation"][];
        };
        /** @description An event to record. */
        EventCreateV1: {
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
            /**
             * Format: uri-reference
             * @description Where the event comes from, a URI reference chosen by the reporter.
             */
            source: string;
            type: components["schemas"]["EventType"];
            /** @description What the event is about. */
            subject?: string | undefined;
            data?: components["schemas"]["EventData"] | undefined;
            /** @description When it happened; the time of the request if absent. It may be at most one day ahead. */
            occurred_at?: components["schemas"]["Instant"] | undefined;
        };
        /** @description What the event says, any JSON value. */
        EventData: unknown;
        /** @description A page of events. */
        EventListV1: {
            /** @description The events, those that happened last first. */
            data: components["schemas"]["EventV1"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description What happened, for example `deployment.finished`.
         * @example deployment.finished
         */
        EventType: string;
        /** @description A reported event, as v1 shows it. */
        EventV1: {
            id: components["schemas"]["Id"];
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
            /** @description Where it comes from. */
            source: string;
            type: components["schemas"]["EventType"];
            /** @description What it is about; empty if the reporter did not say. */
            subject: string;
            /** @description What the event says, any JSON value; null if it says nothing, or bytes, which only v2 shows. */
            data: components["schemas"]["EventData"];
            /** @description When it happened, as the reporter says; `time` in v2. */
            occurred_at: components["schemas"]["Timestamp"];
            /** @description When it was recorded; `recorded_at` in v2. */
            created_at: components["schemas"]["Timestamp"];
        };
        /**
         * Format: uuid
         * @description A UUID. Requests may use either case; responses use lower case. The server generates version 7.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         */
        Id: string;
        /**
         * Format: date-time
         * @description A time in a request, RFC 3339 with any offset and up to nine decimals, from 1900 to 2999. Decimals after the sixth are cut off.
         * @example 2026-11-02T09:30:00Z
         */
        Instant: string;
        /** @description The place of a page of v1 in its collection. */
        Pagination: {
            /** @description The requested number of entries. */
            limit: number;
            /** @description The number of entries that were skipped. */
            offset: number;
            /**
             * Format: int64
             * @description The number of all matching entries.
             */
            total: number;
            /**
             * Format: int64
             * @description The number of pages of this size.
             */
            pages: number;
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
        /** @description The fields of a new project. */
        ProjectCreateV1: {
            key: components["schemas"]["ProjectKey"];
            /** @description The name. */
            name: string;
            /** @description What it is about. */
            description?: string | undefined;
        };
        /**
         * @description The prefix of the project's task keys (`CORE-42`); unique in the organization. It cannot be changed.
         * @example CORE
         */
        ProjectKey: string;
        /** @description A page of projects. */
        ProjectListV1: {
            /** @description The projects, newest first. */
            data: components["schemas"]["ProjectV1"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Counts of the tasks of a project, by the statuses of v1. */
        ProjectStatsV1: {
            project_id: components["schemas"]["Id"];
            /** @description All tasks. */
            total_tasks: number;
            /** @description Those that have not been started. */
            open_tasks: number;
            /** @description Those in progress or in review. */
            in_progress_tasks: number;
            /** @description Those done. */
            done_tasks: number;
            /** @description Those cancelled. */
            cancelled_tasks: number;
            /** @description Those neither done nor cancelled whose due date is over (in UTC). */
            overdue_tasks: number;
            /** @description The percentage of tasks that are done, not counting cancelled ones, rounded down; 0 if there are none. */
            completion_percent: number;
        };
        /**
         * @description Whether the project is in use or read-only. Clients must accept further values in what they receive.
         * @example active
         * @enum {string}
         */
        ProjectStatusV1: "active" | "archived";
        /** @description The fields to change; absent fields keep their value. */
        ProjectUpdateV1: {
            /** @description The name. */
            name?: string | undefined;
            /** @description What it is about. */
            description?: string | undefined;
            /** @description Archived makes the project read-only. */
            status?: components["schemas"]["ProjectStatusV1"] | undefined;
        };
        /** @description A project, as v1 shows it. */
        ProjectV1: {
            id: components["schemas"]["Id"];
            key: components["schemas"]["ProjectKey"];
            /** @description The name. */
            name: string;
            /** @description What it is about; empty where nothing was said. */
            description: string;
            status: components["schemas"]["ProjectStatusV1"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
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
        /** @description A page of sessions. */
        SessionListV1: {
            /** @description The sessions, newest first. */
            data: components["schemas"]["SessionV1"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A new session, as v1 shows it. */
        SessionStartV1: {
            /** @description The bearer token of the session. */
            token: string;
            /** @description The value that unsafe requests with the cookie send as `X-CSRF-Token`. */
            csrf_token: string;
            expires_at: components["schemas"]["Timestamp"];
            user: components["schemas"]["AccountV1"];
        };
        /** @description A session, as v1 shows it. */
        SessionV1: {
            id: components["schemas"]["Id"];
            user_id: components["schemas"]["Id"];
            /** @description The IP address of the log-in. */
            address: string;
            /** @description The program it was begun with; empty where that said nothing. */
            user_agent: string;
            created_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description The fields of a new task. */
        TaskCreateV1: {
            project_id: components["schemas"]["Id"];
            /** @description What is to be done. */
            title: string;
            /** @description What is to be known about it. */
            description?: string | undefined;
            /** @default none */
            priority?: components["schemas"]["TaskPriority"] | undefined;
            /**
             * Format: uuid
             * @description The user who works on the task; must be able to see the project.
             */
            assignee_id?: (string | null) | undefined;
        };
        /** @description A page of tasks. */
        TaskListV1: {
            /** @description The tasks, newest first. */
            data: components["schemas"]["TaskV1"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description How urgent the task is. Clients must accept further values in what they receive.
         * @enum {string}
         */
        TaskPriority: "none" | "low" | "medium" | "high" | "urgent";
        /**
         * @description A task, by its id (a UUID) or by its key (the key of the project and the number of the task). Both may be in upper or lower case. Responses return the id.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f
         * @example CORE-42
         */
        TaskReference: string;
        /**
         * @description How far it is. open is what v2 calls backlog and todo, in_progress is in_progress and in_review there; done and cancelled mean the same. Clients must accept further values in what they receive.
         * @example open
         * @enum {string}
         */
        TaskStatusV1: "open" | "in_progress" | "done" | "cancelled";
        /** @description The fields to change; absent fields keep their value. */
        TaskUpdateV1: {
            /** @description What is to be done. */
            title?: string | undefined;
            /** @description What is to be known about it. */
            description?: string | undefined;
            /** @description The status to move to; open moves the task to todo of v2, in_progress to in_progress. */
            status?: components["schemas"]["TaskStatusV1"] | undefined;
            priority?: components["schemas"]["TaskPriority"] | undefined;
            /**
             * Format: uuid
             * @description The user who works on the task; must be able to see the project. Null unassigns the task.
             */
            assignee_id?: (string | null) | undefined;
        };
        /** @description A task, as v1 shows it. */
        TaskV1: {
            id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @description Its number in the project. */
            number: number;
            /** @description What is to be done. */
            title: string;
            /** @description What is to be known about it; empty where nothing was said. */
            description: string;
            status: components["schemas"]["TaskStatusV1"];
            priority: components["schemas"]["TaskPriority"];
            /**
             * Format: uuid
             * @description Who works on it; null while nobody does.
             */
            assignee_id: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with milliseconds.
         * @example 2026-11-02T09:30:00.000Z
         */
        Timestamp: string;
        /** @description The fields of a new user. */
        UserCreateV1: {
            email: components["schemas"]["EmailAddress"];
            name: components["schemas"]["UserName"];
            /**
             * Format: password
             * @description Any characters are allowed; length matters more than complexity. Without a password, the user is invited to set one.
             */
            password?: string | undefined;
        };
        /** @description A page of users. */
        UserListV1: {
            /** @description The users, newest first. */
            data: components["schemas"]["UserV1"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description The user's name; not blank, no control characters.
         * @example Ada Lindqvist
         */
        UserName: string;
        /** @description The fields to change; absent fields keep their value. */
        UserUpdateV1: {
            email?: components["schemas"]["EmailAddress"] | undefined;
            name?: components["schemas"]["UserName"] | undefined;
            /** @description False closes the account; true opens it again. */
            active?: boolean | undefined;
        };
        /** @description A user, as v1 shows it. */
        UserV1: {
            id: components["schemas"]["Id"];
            /**
             * Format: idn-email
             * @description The address, in lower case; its domain in ASCII.
             */
            email: string;
            /** @description The user's name. */
            name: string;
            /** @description Whether the account is open; false once an operator has closed it. */
            active: boolean;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
    };
    responses: {
        /** @description The request does not match the contract; every violation is listed. */
        BadRequestV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The operation has passed its sunset. */
        GoneV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The URL and the headers together are too large. */
        HeadersTooLargeV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The server failed; nothing was changed. */
        InternalErrorV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The requested representation is not offered. */
        NotAcceptableV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description There is no such resource, or the caller cannot see it. */
        NotFoundV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The caller already has the current representation, as named in If-None-Match. */
        NotModifiedV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is too large. */
        PayloadTooLargeV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description A precondition in If-Match or If-None-Match does not hold. */
        PreconditionFailedV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The quota is used up. */
        RateLimitedV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                "Retry-After": components["headers"]["RetryAfter"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description A component of the service is down or overloaded; nothing was changed. */
        ServiceUnavailableV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                "Retry-After": components["headers"]["RetryAfter"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The credentials are missing or not valid. */
        UnauthenticatedV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
        /** @description The media type of the body, or its content coding, is not supported. */
        UnsupportedMediaTypeV1: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "API-Version": components["headers"]["ApiVersion"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                Accept: components["headers"]["AcceptTypes"];
                "Accept-Patch": components["headers"]["AcceptTypesOfPatch"];
                "Accept-Post": components["headers"]["AcceptTypesOfPost"];
                "Accept-Encoding": components["headers"]["AcceptEncoding"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["SuccessorLink"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorV1"];
            };
        };
    };
    parameters: {
        /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
        ActiveOrganization: components["schemas"]["Id"];
        /**
         * @description The error.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
         */
        ErrorId: components["schemas"]["Id"];
        /** @description The number of entries on a page. */
        Limit: number;
        /** @description The number of entries to skip. */
        Offset: number;
        /**
         * @description The project.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
         */
        ProjectId: components["schemas"]["Id"];
        /**
         * @description The task, by its id or its key.
         * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
         */
        TaskId: components["schemas"]["TaskReference"];
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
         * @example v1
         */
        ApiVersion: "v1";
        /**
         * @description When the operation was deprecated (RFC 9745).
         * @example @1793491200
         */
        Deprecation: string;
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
         * @description Sets or clears the session cookie.
         * @example architect_session=c2Vzc2lvbg; Path=/; HttpOnly; Secure; SameSite=Lax
         */
        SetCookie: string;
        /**
         * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
         * @example </api/v2/openapi.json>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
         */
        SuccessorLink: string;
        /**
         * @description The successor's path as a template (RFC 9652), if `Link` cannot name it.
         * @example "/api/v2/tasks/{task_id}"; rel="successor-version"
         */
        SuccessorLinkTemplate: string;
        /**
         * @description When the operation ends (RFC 8594).
         * @example Mon, 01 Nov 2027 00:00:00 GMT
         */
        Sunset: string;
        /**
         * @description How to authenticate (RFC 9110).
         * @example Bearer realm="architect"
         */
        WwwAuthenticate: string;
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
            /** @description The registration was accepted; a mail is sent to the address. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/auth/register>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationReceipt"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/auth/register>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
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
            /** @description The new session with its token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfAuth"];
                    RateLimit: components["headers"]["RateLimitOfAuth"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/auth/login>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionStartV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/auth/login>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session was ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/auth/logout>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/auth/logout>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The number of entries to skip. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only the user with this address. */
                email?: components["schemas"]["EmailAddress"] | undefined;
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserListV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreateV1"];
            };
        };
        responses: {
            /** @description The created user. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v1/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0004
                     */
                    Location: string;
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    getUser: {
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
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    deleteUser: {
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
        requestBody?: never;
        responses: {
            /** @description The user was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    updateUser: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdateV1"];
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/users/01939b7c-2f4e-7a10-8c55-0a1b2c3d0001>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The number of entries to skip. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only the sessions of this user. */
                user_id?: components["schemas"]["Id"] | undefined;
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/sessions>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/sessions>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/sessions/01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/sessions/01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    deleteSession: {
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
            /** @description The session was ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/sessions/01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/sessions/01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The number of entries to skip. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only active projects, or only archived ones; both if absent. */
                status?: components["schemas"]["ProjectStatusV1"] | undefined;
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectListV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectCreateV1"];
            };
        };
        responses: {
            /** @description The created project. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v1/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200
                     */
                    Location: string;
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    getProject: {
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
        requestBody?: never;
        responses: {
            /** @description The project. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    deleteProject: {
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
        requestBody?: never;
        responses: {
            /** @description The project was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    updateProject: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectUpdateV1"];
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    getProjectStats: {
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
        requestBody?: never;
        responses: {
            /** @description The number of tasks in each status. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfHeavy"];
                    RateLimit: components["headers"]["RateLimitOfHeavy"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/stats>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectStatsV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/projects/01939b7c-2f4e-7a10-8c55-0a1b2c3d0200/stats>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The number of entries to skip. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only tasks of this project. */
                project_id?: components["schemas"]["Id"] | undefined;
                /** @description Only tasks in this status. */
                status?: components["schemas"]["TaskStatusV1"] | undefined;
                /** @description Only tasks of this assignee. */
                assignee_id?: components["schemas"]["Id"] | undefined;
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCreateV1"];
            };
        };
        responses: {
            /** @description The created task. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    /**
                     * @description The successor's path as a template (RFC 9652), if `Link` cannot name it.
                     * @example "/api/v2/projects/{project_id}/tasks"; rel="successor-version"
                     */
                    "Link-Template"?: string | undefined;
                    /**
                     * @description The path of the resource.
                     * @example /api/v1/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300
                     */
                    Location: string;
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/openapi.json#/paths/~1api~1v2~1projects~1%7Bproject_id%7D~1tasks/post>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description The successor's path as a template (RFC 9652), if `Link` cannot name it.
                     * @example "/api/v2/projects/{project_id}/tasks"; rel="successor-version"
                     */
                    "Link-Template"?: string | undefined;
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/openapi.json#/paths/~1api~1v2~1projects~1%7Bproject_id%7D~1tasks/post>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description The successor's path as a template (RFC 9652), if `Link` cannot name it.
                     * @example "/api/v2/projects/{project_id}/tasks"; rel="successor-version"
                     */
                    "Link-Template"?: string | undefined;
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/openapi.json#/paths/~1api~1v2~1projects~1%7Bproject_id%7D~1tasks/post>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    getTask: {
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
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    deleteTask: {
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
        requestBody?: never;
        responses: {
            /** @description The task was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    updateTask: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskUpdateV1"];
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path: {
                /**
                 * @description The task, by its id or its key.
                 * @example 01939b7c-2f4e-7a10-8c55-0a1b2c3d0301
                 */
                task_id: components["schemas"]["TaskReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The completed task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0301/transitions>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0301/transitions>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0301/transitions>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The number of entries to skip. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only events of this project. */
                project_id?: components["schemas"]["Id"] | undefined;
                /** @description Only events of this type. */
                type?: components["schemas"]["EventType"] | undefined;
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventListV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    createEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventCreateV1"];
            };
        };
        responses: {
            /** @description The recorded event. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v1/events/01939b7c-2f4e-7a10-8c55-0a1b2c3d1000
                     */
                    Location: string;
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events/01939b7c-2f4e-7a10-8c55-0a1b2c3d1000>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events/01939b7c-2f4e-7a10-8c55-0a1b2c3d1000>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events/01939b7c-2f4e-7a10-8c55-0a1b2c3d1000>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events/01939b7c-2f4e-7a10-8c55-0a1b2c3d1000>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/events/01939b7c-2f4e-7a10-8c55-0a1b2c3d1000>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    listErrors: {
        parameters: {
            query?: {
                /** @description The number of entries on a page. */
                limit?: components["parameters"]["Limit"] | undefined;
                /** @description The number of entries to skip. */
                offset?: components["parameters"]["Offset"] | undefined;
                /** @description Only errors of this project. */
                project_id?: components["schemas"]["Id"] | undefined;
                /** @description Only errors in this state. */
                status?: components["schemas"]["ErrorStateV1"] | undefined;
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
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorListV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    createError: {
        parameters: {
            query?: never;
            header?: {
                /** @description The organization that a session acts in; the user's home organization if absent. An API key always acts in its own. */
                "X-Organization-Id"?: components["parameters"]["ActiveOrganization"] | undefined;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErrorCreateV1"];
            };
        };
        responses: {
            /** @description The error that the occurrence belongs to. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfIngest"];
                    RateLimit: components["headers"]["RateLimitOfIngest"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    /**
                     * @description The path of the resource.
                     * @example /api/v1/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00
                     */
                    Location: string;
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorItemV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            413: components["responses"]["PayloadTooLargeV1"];
            415: components["responses"]["UnsupportedMediaTypeV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    getError: {
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
        requestBody?: never;
        responses: {
            /** @description The error. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfRead"];
                    RateLimit: components["headers"]["RateLimitOfRead"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorItemV1"];
                };
            };
            304: components["responses"]["NotModifiedV1"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
    resolveError: {
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
        requestBody?: never;
        responses: {
            /** @description The resolved error. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicyOfWrite"];
                    RateLimit: components["headers"]["RateLimitOfWrite"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorItemV1"];
                };
            };
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthenticatedV1"];
            /** @description The scope or the role is not sufficient, or the CSRF token is missing. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            404: components["responses"]["NotFoundV1"];
            406: components["responses"]["NotAcceptableV1"];
            /** @description A rule or the current state refuses the request; `code` says which. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "API-Version": components["headers"]["ApiVersion"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Link-Template": components["headers"]["SuccessorLinkTemplate"];
                    "Retry-After": components["headers"]["RetryAfterWhereKnown"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    /**
                     * @description The successor, as rel="successor-version", and the upgrade guide, as rel="deprecation". If the request lacks a parameter of the successor's path, the first leads to the successor's description in the v2 document.
                     * @example </api/v2/errors/01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"
                     */
                    Link: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorV1"];
                };
            };
            410: components["responses"]["GoneV1"];
            412: components["responses"]["PreconditionFailedV1"];
            429: components["responses"]["RateLimitedV1"];
            431: components["responses"]["HeadersTooLargeV1"];
            500: components["responses"]["InternalErrorV1"];
            503: components["responses"]["ServiceUnavailableV1"];
        };
    };
}

export type AccountV1 = components['schemas']['AccountV1'];
export type Credentials = components['schemas']['Credentials'];
export type EmailAddress = components['schemas']['EmailAddress'];
export type ErrorCreateV1 = components['schemas']['ErrorCreateV1'];
export type ErrorItemV1 = components['schemas']['ErrorItemV1'];
export type ErrorLevel = components['schemas']['ErrorLevel'];
export type ErrorListV1 = components['schemas']['ErrorListV1'];
export type ErrorStateV1 = components['schemas']['ErrorStateV1'];
export type ErrorV1 = components['schemas']['ErrorV1'];
export type EventCreateV1 = components['schemas']['EventCreateV1'];
export type EventData = components['schemas']['EventData'];
export type EventListV1 = components['schemas']['EventListV1'];
export type EventType = components['schemas']['EventType'];
export type EventV1 = components['schemas']['EventV1'];
export type Id = components['schemas']['Id'];
export type Instant = components['schemas']['Instant'];
export type Pagination = components['schemas']['Pagination'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type ProblemViolation = components['schemas']['ProblemViolation'];
export type ProjectCreateV1 = components['schemas']['ProjectCreateV1'];
export type ProjectKey = components['schemas']['ProjectKey'];
export type ProjectListV1 = components['schemas']['ProjectListV1'];
export type ProjectStatsV1 = components['schemas']['ProjectStatsV1'];
export type ProjectStatusV1 = components['schemas']['ProjectStatusV1'];
export type ProjectUpdateV1 = components['schemas']['ProjectUpdateV1'];
export type ProjectV1 = components['schemas']['ProjectV1'];
export type Registration = components['schemas']['Registration'];
export type RegistrationReceipt = components['schemas']['RegistrationReceipt'];
export type SessionListV1 = components['schemas']['SessionListV1'];
export type SessionStartV1 = components['schemas']['SessionStartV1'];
export type SessionV1 = components['schemas']['SessionV1'];
export type TaskCreateV1 = components['schemas']['TaskCreateV1'];
export type TaskListV1 = components['schemas']['TaskListV1'];
export type TaskPriority = components['schemas']['TaskPriority'];
export type TaskReference = components['schemas']['TaskReference'];
export type TaskStatusV1 = components['schemas']['TaskStatusV1'];
export type TaskUpdateV1 = components['schemas']['TaskUpdateV1'];
export type TaskV1 = components['schemas']['TaskV1'];
export type Timestamp = components['schemas']['Timestamp'];
export type UserCreateV1 = components['schemas']['UserCreateV1'];
export type UserListV1 = components['schemas']['UserListV1'];
export type UserName = components['schemas']['UserName'];
export type UserUpdateV1 = components['schemas']['UserUpdateV1'];
export type UserV1 = components['schemas']['UserV1'];
