package io.gatehouse.santa.protocol.message;

/** Any message of santa.sync.v1, whole or a part of one. */
public sealed interface Message
        permits AuditEvent,
                Certificate,
                Entitlement,
                EntitlementInfo,
                Event,
                EventUploadRequest,
                EventUploadResponse,
                FileAccessEvent,
                FileAccessProcess,
                PostflightRequest,
                PostflightResponse,
                PreflightRequest,
                PreflightResponse,
                RemovableMediaPolicy,
                RemovableMediaPolicy.Remount,
                Rule,
                RuleDownloadRequest,
                RuleDownloadResponse,
                StandaloneModeRuleCreation {}
