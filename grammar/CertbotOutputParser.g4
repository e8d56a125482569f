/*
 * Lines of certbot's output. A line is free words, then phrases of certbot, each with the words that
 * follow it. Alternatives differ in their first token; what is no phrase is left to the caller.
 */
parser grammar CertbotOutputParser;

options { tokenVocab = CertbotOutputLexer; }

output : line* EOF ;

line : header? words item* (NL | BLANK) ;

header : TIMESTAMP LEVEL? LOGGER? ;

words : (WORD | WS)* ;

item
  : problem
  | orphan
  | problemOld
  | failedAuthorization
  | report
  | hint
  | txtPrompt
  | debugChallenge
  | traceback
  | hook
  | hookOld
  | hookReturned
  | runPart
  | acmePart
  | challengePart
  | renewPart
  | certificatePart
  | errorPart
  | marker
  ;

// Domain:/Identifier:, Type:, Detail:, on lines of their own or, in a paste, on one
problem : DOMAIN words ((NL | BLANK)? TYPE words)? ((NL | BLANK)? detail)? ;

// the head of a problem was cut off
orphan : TYPE words ((NL | BLANK)? detail)? | detail ;

detail : DETAIL text ;

text : (TEXT_WORD | TEXT_WS | TEXT_NL | CURRENT_WAIT | CREATED_BY)* ;

// certbot 0.1: a list of names with one error
problemOld : DOMAINS words (OLD_ERROR text)? ;

// certbot before 0.32
failedAuthorization : FAILED_AUTHORIZATION words authorizationError* ;

authorizationError : CHALLENGE_URN words ;

report : (REPORT | REPORT_OLD) words ;

hint : HINT text ;

txtPrompt : DEPLOY_TXT words ((NL | BLANK) WORD WS?)? ((NL | BLANK)? WITH_VALUE words ((NL | BLANK) WORD WS?)?)? ;

// --debug-challenges -v
debugChallenge : FQDN words ((NL | BLANK)? EXPECTED_VALUE words)? ;

traceback : TRACEBACK FRAME* EXCEPTION? words ;

hook
  : HOOK words ((RAN_WITH_OUTPUT | RAN_WITH_ERRORS) hookText words | REPORTED_CODE words)? ;

hookText : (HOOK_LINE | HOOK_EMPTY_LINE)* ;

// certbot before 1.16
hookOld : (OUTPUT_FROM | ERRORS_FROM | RUNNING_HOOK | DRY_RUN_HOOK) words ;

hookReturned : (RETURNED_CODE | REPORTED_CODE | (RAN_WITH_OUTPUT | RAN_WITH_ERRORS) hookText) words ;

runPart
  : ( RUN_VERSION
    | ENTRY_POINT
    | ARGUMENTS
    | DISCOVERED_PLUGINS
    | LOG_LEVEL
    | LOG_FILE
    | PLUGINS_SELECTED
    | PLUGINS_REQUESTED
    ) words
  ;

acmePart
  : ( SENDING
    | JWS_PAYLOAD
    | RECEIVED
    | HTTP_STATUS
    | HTTP_FIELD
    | NONCE
    | ACCOUNT_PICKED
    | ACCOUNT_REGISTERED
    | THUMBPRINT
    ) words
  ;

challengePart
  : ( CHALLENGE
    | PERFORMING
    | CHALLENGE_FAILED
    | PROPAGATION_WAIT
    | VERIFICATION_WAIT
    | CLEANUP
    | CHALLENGES_LOADED
    | EXPECTED_VALUE
    | WITH_VALUE
    | CHALLENGES_FAILED
    | NOT_FINALIZED
    | CHALLENGE_URN
    ) words
  ;

renewPart
  : ( PROCESSING
    | ISSUE_NEW
    | ISSUE_NEW_DRY
    | ISSUE_RENEW
    | ISSUE_RENEW_DRY
    | DUE
    | NOT_DUE
    | NOT_DUE_DRY
    | RENEW_FAILED
    | WITH_ERROR
    | RENEW_ATTEMPT
    | PRODUCED_ERROR
    | CONF_FILE
    | CONF_BROKEN
    | SUMMARY_FAILED
    | SUMMARY_SUCCEEDED
    | SUMMARY_NOT_DUE
    | NO_RENEWALS
    | NO_RENEWAL_FAILURES
    | ITEM_FAILURE
    | ITEM_SUCCESS
    | ITEM_SKIPPED
    | ITEM_PARSEFAIL
    | EXPIRES_ON
    | COUNTS
    | DRY_RUN
    | RANDOM_DELAY
    | NO_CHANGES
    | SUMMARY_INVALID
    ) words
  ;

certificatePart
  : (DRY_RUN_SUCCESSFUL | RECEIVED_CERTIFICATE | SAVED_AT | KEY_SAVED_AT | EXPIRES | RETRYING_WITHOUT) words
  ;

errorPart : (ENCOUNTERED | RECOVERY | ERROR_WAS | SKIPPING | UNEXPECTED | EXITING | USER_EXIT) words ;

marker : (REPORTED_THESE | NOTES | HELP | ADVICE | POINTER | PRESS_ENTER | REPORTING | NOTIFYING) words ;
