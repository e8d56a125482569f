/*
 * What certbot prints, in its log and on the terminal, all versions since 0.1.
 *
 * The only place that knows certbot's printed shapes. A phrase of certbot is one token wherever it
 * stands; all else is WORD and WS. Texts that run over several lines (a problem's detail, hook
 * output, a traceback) have a mode each, so that no two parser alternatives ever start alike.
 * Blank runs within a phrase may hold a line end, because terminals and mails wrap.
 */
lexer grammar CertbotOutputLexer;

options { superClass = AskingLexer; }

tokens { NL, BLANK, TRACEBACK, DOMAIN, DETAIL, HINT, CHALLENGES_FAILED, CLEANUP, POINTER, WORD, WS }

// ---- record header: certbot: _internal/log.py FILE_FMT
TIMESTAMP : D D D D '-' D D '-' D D ' ' D D ':' D D ':' D D ',' D D D ':' -> pushMode(HEADER) ;

// ---- the beginning of a run
RUN_VERSION : ('certbot' | 'letsencrypt') S 'version:' ;
ENTRY_POINT : 'Location' S 'of' S 'certbot' S 'entry' S 'point:' ;
ARGUMENTS : 'Arguments:' ;
DISCOVERED_PLUGINS : 'Discovered' S 'plugins:' ;
LOG_LEVEL : 'Root' S 'logging' S 'level' S 'set' S 'at' ;
LOG_FILE : 'Saving' S 'debug' S 'log' S 'to' ;
PLUGINS_SELECTED : 'Plugins' S 'selected:' S 'Authenticator' ;
PLUGINS_REQUESTED : 'Requested' S 'authenticator' ;

// ---- ACME traffic: certbot: acme/client.py
SENDING : 'Sending' S ('GET' | 'HEAD' | 'POST') S 'request' S 'to' ;
JWS_PAYLOAD : 'JWS' S 'payload:' ;
RECEIVED : 'Received' S 'response:' ;
HTTP_STATUS : 'HTTP' ('/' [0-9.]+)? ' ' [1-5] D D ;
HTTP_FIELD : ('Date' | 'Retry-After' | 'Location' | 'Content-Type') ':' ;
NONCE : 'Storing' S 'nonce:' ;
ACCOUNT_PICKED : 'Picked' S 'account:' ;
ACCOUNT_REGISTERED : 'Account' S 'registered.' ;
THUMBPRINT : 'Account' S 'Thumbprint:' ;

// ---- challenges
CHALLENGE : CHALLENGE_TYPE S 'challenge' S 'for' ;
PERFORMING : 'Performing' S 'the' S 'following' S 'challenges:' ;
CHALLENGE_FAILED : 'Challenge' S 'failed' S 'for' S ('domain' | 'identifier') ;
PROPAGATION_WAIT : 'Waiting' S D+ S 'second' 's'? S 'for' S 'DNS' S 'changes' S 'to' S 'propagate' ;
VERIFICATION_WAIT : 'Waiting' S 'for' S 'verification' '...'? ;
A_CLEANUP : F_CLEANUP -> type(CLEANUP) ;
CHALLENGES_LOADED : 'Challenges' S 'loaded.' S 'Press' S 'continue' S 'to' S 'submit' S 'to' S 'CA.' ;
FQDN : 'FQDN:' ;
EXPECTED_VALUE : 'Expected' S 'value:' ;
DEPLOY_TXT : 'Please' S 'deploy' S 'a' S 'DNS' S 'TXT' S 'record' S 'under' S 'the' S 'name' ':'? ;
WITH_VALUE : 'with' S 'the' S 'following' S 'value:' ;
PRESS_ENTER : 'Press' S ('Enter' | 'ENTER') S 'to' S [Cc] 'ontinue' ;

// ---- what the CA reported
REPORT : 'Certbot' S 'failed' S 'to' S 'authenticate' S 'some' S 'domains' S '(authenticator:' ;
REPORT_OLD : 'The' S 'following' S ('\'' [A-Za-z:]+ '\'' S)? 'errors' S 'were' S 'reported' S 'by' S 'the' S 'server:' ;
REPORTED_THESE : 'The' S 'Certificate' S 'Authority' S 'reported' S 'these' S 'problems:' ;
NOTES : 'IMPORTANT' S 'NOTES:' ;
A_DOMAIN : F_DOMAIN -> type(DOMAIN) ;
DOMAINS : 'Domains:' H -> pushMode(OLD_NAMES) ;
TYPE : 'Type:' H? ;
A_DETAIL : F_DETAIL -> type(DETAIL), pushMode(TEXT) ;
A_HINT : F_HINT -> type(HINT), pushMode(TEXT) ;
FAILED_AUTHORIZATION : 'Failed' S 'authorization' S 'procedure.' ;
CHALLENGE_URN : '(' CHALLENGE_TYPE '):' S 'urn:' ;
A_CHALLENGES_FAILED : F_CHALLENGES_FAILED -> type(CHALLENGES_FAILED) ;
NOT_FINALIZED : 'All' S 'authorizations' S 'were' S 'not' S 'finalized' S 'by' S 'the' S 'CA.' ;
HELP : 'To' S 'fix' S 'these' S 'errors,' S 'please' ;
A_POINTER : F_POINTER -> type(POINTER) ;
// advice that takes a paragraph and tells nothing of the run
ADVICE
  : 'Your' S 'account' S 'credentials' S 'have' S 'been' S 'saved'
  | '(This' S 'must' S 'be' S 'set' S 'up' S 'in' S 'addition' S 'to' S 'the' S 'previous' S 'challenges'
  | 'Before' S 'continuing,' S 'verify'
  | 'Once' S 'this' S 'is' S 'deployed,'
  | 'These' S 'files' S 'will' S 'be' S 'updated' S 'when'
  | 'Certbot' S 'has' S 'set' S 'up' S 'a' S 'scheduled' S 'task'
  | 'If' S 'you' S 'like' S ('Certbot' | 'Let\'s' S 'Encrypt') ','
  | 'To' S 'obtain' S 'a' S 'new' S 'or' S 'tweaked' S 'version'
  | 'If' S 'you' S 'lose' S 'your' S 'account' S 'credentials,'
  | '(PATH' S 'is'
  | 'See' S 'also' S 'the' S '--disable-hook-validation' S 'option.'
  ;

// ---- hooks
RUNNING_HOOK : 'Running' S HOOK_NAME S 'command:' ;
HOOK : 'Hook' S '\'' '--'? HOOK_NAME '\'' ;
RAN_WITH_OUTPUT : 'ran' S 'with' S 'output:' { ahead(Ahead.LINE_END) }? -> pushMode(HOOK_TEXT) ;
RAN_WITH_ERRORS : 'ran' S 'with' S 'error' S 'output:' { ahead(Ahead.LINE_END) }? -> pushMode(HOOK_TEXT) ;
// line breaks were lost: nothing tells where the output ends, so it must not hide what follows it
OUTPUT_ON_ONE_LINE : 'ran' S 'with' S 'output:' -> type(RAN_WITH_OUTPUT) ;
ERRORS_ON_ONE_LINE : 'ran' S 'with' S 'error' S 'output:' -> type(RAN_WITH_ERRORS) ;
REPORTED_CODE : 'reported' S 'error' S 'code' S '-'? D+ ;
RETURNED_CODE : 'returned' S 'error' S 'code' S '-'? D+ ;
OUTPUT_FROM : 'Output' S 'from' ;
ERRORS_FROM : 'Error' S 'output' S 'from' ;
DRY_RUN_HOOK : 'Dry' S 'run:' S 'skipping' S [a-z]+ S 'hook' S 'command' ;

// ---- renewal and issuance
PROCESSING : 'Processing' S ~[ \t\r\n]* 'renewal' [/\\] ;
ISSUE_NEW : ('Requesting' S 'a' S 'certificate' | 'Obtaining' S 'a' S 'new' S 'certificate') (S 'for')? ;
ISSUE_NEW_DRY : 'Simulating' S 'a' S 'certificate' S 'request' (S 'for')? ;
ISSUE_RENEW : 'Renewing' S 'an' S 'existing' S 'certificate' (S 'for')? ;
ISSUE_RENEW_DRY : 'Simulating' S 'renewal' S 'of' S 'an' S 'existing' S 'certificate' (S 'for')? ;
DUE : ('Cert' | 'Certificate') S 'is' S 'due' S 'for' S 'renewal' ;
NOT_DUE : ('Cert' | 'Certificate') S 'not' S 'yet' S 'due' S 'for' S 'renewal' ;
NOT_DUE_DRY : ('Cert' | 'Certificate') S 'not' S 'due' S 'for' S 'renewal,' S 'but' S 'simulating' S 'renewal' S 'for' S 'dry' S 'run' ;
RENEW_FAILED : 'Failed' S 'to' S 'renew' S 'certificate' ;
WITH_ERROR : 'with' S 'error:' ;
RENEW_ATTEMPT : 'Attempting' S 'to' S 'renew' S 'cert' ;
PRODUCED_ERROR : 'produced' S 'an' S 'unexpected' S 'error:' ;
CONF_FILE : 'Renewal' S 'configuration' S 'file' ;
CONF_BROKEN : 'is' S 'broken.' | 'lacks' S 'renewalparams.' | 'does' S 'not' S 'specify' S 'an' S 'authenticator.' ;
SUMMARY_FAILED
  : 'All' S SIMULATED? 'renewal' (S 'attempts' | 's') S 'failed.'
  | 'The' S 'following' S SIMULATED? 'renewals' S 'failed:'
  | 'The' S 'following' S CERTS S 'could' S 'not' S 'be' S 'renewed:'
  ;
SUMMARY_SUCCEEDED
  : 'Congratulations,' S 'all' S SIMULATED? 'renewals' S 'succeeded'
  | 'The' S 'following' S SIMULATED? 'renewals' S 'succeeded:'
  | 'The' S 'following' S CERTS S 'have' S 'been' S 'renewed:'
  | 'The' S 'following' S CERTS S 'were' S 'successfully' S 'renewed:'
  ;
SUMMARY_NOT_DUE : 'The' S 'following' S CERTS S 'are' S 'not' S 'due' S 'for' S 'renewal' S 'yet:' ;
NO_RENEWALS : 'No' S SIMULATED? 'renewals' S 'were' S 'attempted.' ;
NO_RENEWAL_FAILURES : 'no' S SIMULATED? 'renewal' S 'failures' ;
SUMMARY_INVALID : 'Additionally,' S 'the' S 'following' S 'renewal' S 'configurations' S 'were' S 'invalid:' ;
ITEM_FAILURE : '(failure)' ;
ITEM_SUCCESS : '(success)' ;
ITEM_SKIPPED : '(skipped)' ;
ITEM_PARSEFAIL : '(parsefail)' ;
EXPIRES_ON : 'expires' S 'on' ;
COUNTS : D+ S 'renew' S 'failure(s),' S D+ S 'parse' S 'failure(s)' ;
DRY_RUN : '** DRY RUN: simulating' ;
DRY_RUN_SUCCESSFUL : 'The' S 'dry' S 'run' S 'was' S 'successful.' ;
RECEIVED_CERTIFICATE
  : 'Successfully' S 'received' S 'certificate.'
  | 'Congratulations!' S 'Your' S 'certificate' S 'and' S 'chain' S 'have' S 'been' S 'saved' S 'at:'?
  ;
KEY_SAVED_AT : 'Key' S 'is' S 'saved' S 'at:' | 'Your' S 'key' S 'file' S 'has' S 'been' S 'saved' S 'at:' ;
SAVED_AT : 'Certificate' S 'is' S 'saved' S 'at:' ;
EXPIRES : 'This' S 'certificate' S 'expires' S 'on' | 'Your' S 'cert' S 'will' S 'expire' S 'on' ;
RETRYING_WITHOUT : 'Unable' S 'to' S 'obtain' S 'a' S 'certificate' S 'with' S 'every' S 'requested' S 'domain.' S 'Retrying' S 'without:' ;
RANDOM_DELAY : 'Non-interactive' S 'renewal:' S 'random' S 'delay' S 'of' ;
NO_CHANGES : 'Certificate' S 'not' S 'yet' S 'due' S 'for' S 'renewal;' S 'no' S 'action' S 'taken.' | 'Keeping' S 'the' S 'existing' S 'certificate' ;

// ---- errors and the end
// a paste may have lost its frames, or the line ends between them
FRAMED_TRACEBACK : F_TRACEBACK { ahead(Ahead.INDENTED_LINE) }? -> type(TRACEBACK), pushMode(TRACE) ;
BARE_TRACEBACK : F_TRACEBACK -> type(TRACEBACK) ;
ERROR_WAS : 'The' S 'error' S 'was:' ;
SKIPPING : 'Skipping.' | 'Skipping' S 'the' S 'file.' ;
ENCOUNTERED : 'Encountered' S 'exception:' ;
RECOVERY : 'Encountered' S 'exception' S 'during' S 'recovery:' ;
UNEXPECTED : 'An' S 'unexpected' S 'error' S 'occurred:' ;
EXITING : 'Exiting' S 'abnormally:' ;
USER_EXIT : 'Exiting' S 'due' S 'to' S 'user' S 'request.' ;
REPORTING : 'Reporting' S 'to' S 'user:' ;
NOTIFYING : 'Notifying' S 'user:' ;

A_BLANK : F_BLANK -> type(BLANK) ;
A_NL : F_NL -> type(NL) ;
A_WORD : W -> type(WORD) ;
A_WS : H -> type(WS) ;

// ---- after a record's time stamp
mode HEADER ;
LEVEL : ('DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL') ':' ;
LOGGER : [A-Za-z_] [A-Za-z0-9_.\-]* ':' -> popMode ;
H_NL : F_NL -> type(NL), popMode ;
H_OTHER : ~[\r\n] -> type(WORD), popMode ;

// ---- a detail or a hint: goes on over wrapped lines
mode TEXT ;
X_DOMAIN : F_DOMAIN -> type(DOMAIN), popMode ;
X_HINT : F_HINT -> type(HINT) ;
X_DETAIL : F_DETAIL -> type(DETAIL) ;
X_FAILED : F_CHALLENGES_FAILED -> type(CHALLENGES_FAILED), popMode ;
X_CLEANUP : F_CLEANUP -> type(CLEANUP), popMode ;
X_POINTER : F_POINTER -> type(POINTER), popMode ;
X_BLANK : F_BLANK -> type(BLANK), popMode ;
X_END : F_NL { ahead(Ahead.LINE_STARTS_ANEW) }? -> type(NL), popMode ;
// what a hint knows: the plugin, and the seconds it waits
CURRENT_WAIT : '--' [a-z0-9:\-]+ '-propagation-seconds' S '(currently' S D+ ;
CREATED_BY : 'created' S 'by' S 'the'? S? '--' [a-z0-9:\-]+ ;
TEXT_NL : F_NL ;
TEXT_WORD : W ;
TEXT_WS : H ;

// ---- certbot 0.1: names, and one error for them on the next line
mode OLD_NAMES ;
OLD_ERROR : F_NL 'Error:' -> mode(TEXT) ;
OLD_NL : F_NL -> type(NL), popMode ;
OLD_WORD : W -> type(WORD) ;
OLD_WS : H -> type(WS) ;

// ---- output of a hook: certbot indents each line by one blank (display/ops.py, since 1.16)
mode HOOK_TEXT ;
HOOK_LINE : ('\r'? '\n' ' ')? ~[\r\n]+ ;
HOOK_EMPTY_LINE : '\r'? '\n' ' ' ;
O_NL : '\r'? '\n' -> type(NL), popMode ;

// ---- a Python traceback: indented frames, then the exception at the margin
mode TRACE ;
FRAME : '\r'? '\n' [ \t] ~[\r\n]* ;
EXCEPTION : '\r'? '\n' ~[ \t\r\n] ~[\r\n]* -> popMode ;
T_NL : '\r'? '\n' -> type(NL), popMode ;
T_REST : ~[\r\n]+ -> type(FRAME) ;

fragment D : [0-9] ;
fragment H : [ \t\u000B\f]+ ;
fragment F_NL : '\r'? '\n' [ \t\u000B\f]* | '\r' ;
fragment F_BLANK : ('\r'? '\n' [ \t\u000B\f]*) ('\r'? '\n' [ \t\u000B\f]*)+ ;
fragment S : H ('\r'? '\n' [ \t]*)? | '\r'? '\n' [ \t]* ;
fragment W : ~[ \t\u000B\f\r\n]+ ;
fragment CHALLENGE_TYPE : ('dns' | 'http' | 'tls-alpn' | 'tls-sni' | 'dns-account' | 'dns-persist') '-01' ;
fragment HOOK_NAME : ('manual-auth' | 'manual-cleanup' | 'pre' | 'post' | 'deploy' | 'renew') '-hook' ;
fragment CERTS : 'certs' | 'certificates' ;
fragment SIMULATED : 'simulated' S ;
fragment F_DOMAIN : ('Domain' | 'Identifier') ':' H ;
fragment F_TRACEBACK : 'Traceback' S '(most' S 'recent' S 'call' S 'last):' ;
fragment F_DETAIL : 'Detail:' ;
fragment F_HINT : 'Hint:' ;
fragment F_CHALLENGES_FAILED : ('Some' | 'All') S 'challenges' S 'have' S 'failed.' ;
fragment F_CLEANUP : 'Cleaning' S 'up' S 'challenges' ;
fragment F_POINTER
  : 'Ask' S 'for' S 'help' S 'or' S 'search' S 'for' S 'solutions'
  | 'Please' S 'see' S 'the' S 'logfile' 's'?
  ;
