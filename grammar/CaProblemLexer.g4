/*
 * Words of the problem texts of ACME servers: Boulder of all years, Pebble, step-ca and the
 * front ends before them. Read with CaProblemParser.
 *
 * One token is one phrase; what is no phrase is a WORD. Blanks of every kind, in any number, reach
 * this grammar as one space, and every character outside ASCII as U+007F. No rule looks back or
 * runs to an end that may be missing more than once, so the time is linear in the text.
 */
lexer grammar CaProblemLexer;

// --- Envelope: who says it, and at which step -------------------------------------------------

URN : 'urn:' ('ietf:params:')? 'acme:error:' [A-Za-z]+ ;
SUBPROBLEM : 'Problem for' ;
SEPARATOR : ' :: ' ;
SECONDARY : [Dd] 'uring secondary validation:' ;
RECHECK : [Rr] 'echecking caa:' | 'Rechecking CAA:' ;
CAA_STEP : 'While processing CAA for' ;
FETCHING : 'Fetching' ;
PERSIST_LOOKUP : 'Retrieving TXT records for DNS-PERSIST-01 challenge:' ;
REQUEST
  : 'Error creating new ' ('order' | 'account' | 'authz' | 'cert' | 'registration')
  | 'Could not create new ' ('order' | 'account' | 'authz' | 'authorization' | 'cert' | 'registration')
  | 'Error finalizing order'
  | 'Error deactivating authorization'
  | 'Error validating contact(s)'
  | 'Unable to ' ('update challenge' | 'validate JWS' | 'update account' | 'revoke')
  | 'Problem getting authorization'
  | 'Invalid identifiers requested'
  | 'Disallowed identifier requested'
  | 'Could not validate ARI \'replaces\' field'
  | 'While checking renewal exemption status'
  | 'Failed to retrieve certificate'
  | 'failed check for existing account'
  ;

// --- DNS ---------------------------------------------------------------------------------------

DNS_PROBLEM : 'DNS problem:' ;
NXDOMAIN : 'NXDOMAIN' ;
SERVFAIL : 'SERVFAIL' ;
REFUSED : 'REFUSED' ;
TIMED_OUT : 'query timed out' ;
CANCELED : 'query timed out (and was canceled)' ;
NETWORK_ERROR : 'networking error' ;
RESOLVER_FAILURE : 'server failure at resolver' ;
RESPONSE_TRUNCATED : 'response was truncated' ;
LOOKING_UP : 'looking up' ;
FOR : 'for' ;
MUSEUM_TIMEOUT : 'DNS query timed out' ;
MUSEUM_NETWORK : 'DNS networking error' ;
MUSEUM_RESOLVER : 'Server failure at resolver' ;
CNAME_FOUND : 'DNS problem: '? 'CNAME record found for' ;

// Extended DNS errors (RFC 8914 section 4)
EDE_DNSSEC
  : 'DNSSEC:'
    ( ' Unsupported DNSKEY Algorithm' | ' Unsupported DS Digest Type' | ' Indeterminate' | ' Bogus'
    | ' Signature Expired' | ' Signature Not Yet Valid' | ' DNSKEY Missing' | ' RRSIGs Missing'
    | ' No Zone Key Bit Set' | ' NSEC Missing' )?
    ':'?
  ;
EDE_UNREACHABLE
  : ('No Reachable Authority' | 'Network Error between Resolver and Authority') ':'?
  ;
EDE_LAME : ('Not Authoritative' | 'Not Supported' | 'Invalid Data') ':'? ;
EDE_POLICY : ('Prohibited' | 'Blocked' | 'Censored' | 'Filtered') ':'? ;
EDE_CACHED : 'Cached Error' ':'? ;
EDE_OTHER
  : ( 'Other' | 'Stale Answer' | 'Forged Answer' | 'Not Ready' | 'Stale NXDOMAIN Answer'
    | 'Unknown Extended DNS Error code ' [0-9]+ )
    ':'?
  ;
FAILED_ZONE : '<' ~[ <>"]+ ' ' [A-Z0-9]+ ' ' [A-Z]+ '>' ;
FROM_IP : 'from ' ([0-9]+ '.' [0-9.]+ | '['? [0-9a-fA-F]* ':' [0-9a-fA-F:.]+ ']'?) ;

// Errors of the resolvers of Pebble and of Go
RESOLVER_ERROR
  : 'Error retrieving TXT records for ' ('DNS' | 'DNS-ACCOUNT-01' | 'DNS-PERSIST-01') ' challenge'
  ;
DNS_LOOKUP_FOR : 'DNS lookup for' ;
UNSUCCESSFUL : 'returned an unsuccessful response:' ;
GO_LOOKUP : 'lookup' ;
NO_SUCH_HOST : 'no such host' ;
MISBEHAVING : 'server misbehaving' ;
IO_TIMEOUT : 'i/o timeout' | 'context deadline exceeded' ;
GO_REFUSED : 'connection refused' ;

// --- TXT records -------------------------------------------------------------------------------

TXT_NONE : 'No TXT record found at' ;
TXT_NONE_UNNAMED : 'No TXT records found for ' ('DNS' | 'DNS-ACCOUNT-01') ' challenge' ;
TXT_NONE_PERSIST : 'No TXT record' 's'? ' found for DNS-PERSIST-01 challenge' ;
TXT_INCORRECT : 'Incorrect TXT record' ;
FOUND_AT : 'found at' ;
AND_MORE : '(and ' [0-9]+ ' more)' ;
ACCOUNT_IS : '(account:' ;
TXT_INCORRECT_UNNAMED : 'Correct value not found for ' ('DNS' | 'DNS-ACCOUNT-01') ' challenge' ;
TXT_PERSIST_NONE_VALID : 'No valid TXT record' 's'? ' found for DNS-PERSIST-01 challenge' ;
TXT_PERSIST_MALFORMED
  : ('Parsing' | 'Error parsing') ' DNS-PERSIST-01 challenge TXT record'
    (' with issuer-domain-name')?
  ;
TXT_PERSIST_CHECKED
  : 'Checking DNS-PERSIST-01 challenge TXT record' (' with issuer-domain-name')?
  ;
PERSIST_EXPECTED : 'mismatch: expected' ;
PERSIST_GOT : 'got' ;
TXT_OF : 'The TXT record' ;
DOES_NOT_MATCH : 'does not match the expected value' ;
EXPECTED : [Ee] 'xpected:' ;
GOT : [Gg] 'ot:' ;
ORDER_OF : '(order ' [0-9]+ ' of ' [0-9]+ ')' ;
KEY_AUTHORIZATION_WRONG
  : [Tt] 'he key authorization was not found or has an incorrect value'
  ;

// --- CAA ---------------------------------------------------------------------------------------

CAA_RECORD : 'CAA record for' ;
CAA_PREVENTS : 'prevents issuance' ;
CAA_CHECK : 'CAA check for' ;
CAA_FAILED : 'failed' ;
CAA_RECHECK_SEVERAL : 'Rechecking CAA for' ;
MORE_IDENTIFIERS : 'and ' [0-9]+ ' more identifiers failed' ;

// --- HTTP-01 and TLS-ALPN-01 -------------------------------------------------------------------

ADDRESS_NONE
  : 'no valid ' ('A' | 'AAAA') ' records found for'
  | 'No valid IP addresses found for'
  | 'No IPv4 addresses found for'
  | [Nn] 'o IP addresses found for'
  ;
ADDRESS_LOOKUP : 'Error occurred while resolving URL' | 'Could not resolve URL' ;
CONNECT_TIMEOUT : 'Timeout during connect (likely firewall problem)' ;
SERVER_SLOW
  : 'Timeout' (' during ' [a-z]+ | ' after connect')?
    ' (your server may be slow or overloaded)'
  ;
TIMEOUT_ALONE : 'Timeout' ;
CONNECT_REFUSED : 'Connection refused' ;
CONNECT_RESET : 'Connection reset by peer' ;
NETWORK_UNREACHABLE : 'Network unreachable' ;
CONNECT_OTHER
  : 'Error getting validation data'
  | 'Server is speaking HTTP/2 over HTTP'
  ;
CONNECT_TO : 'Could not connect to' | 'Failed to connect to' | 'Unable to contact' ;
GO_GET : 'Get ' STRING ':' ;
HTTP_RESPONSE : 'Invalid response from' | 'Non-200 status code from HTTP:' ;
HTTP_BODY_UNREADABLE : 'Error reading HTTP response body:' ;
HTTP_MISMATCH : 'The key authorization file from the server did not match this challenge' '.'? ;
BRACKETED : '[' ~[ "[\]]+ ']' ;
REDIRECT_SCHEME : 'Invalid protocol scheme in redirect target' ;
REDIRECT_PORT : 'Invalid port in redirect target' ;
REDIRECT_HOST
  : 'Invalid ' ('empty ')? ('host' | 'hostname') ' in redirect target'
  ;
REDIRECT_LOOP : 'Too many redirects' | 'Redirect loop detected' ;
REDIRECT_OTHER
  : 'Redirect target too long'
  | 'received disallowed redirect status code'
  | 'Cannot follow HTTP 303 redirects'
  | 'validation attempt was redirected to an HTTPS server that doesn\'t support TLSv1.2 or better'
  ;
TLS_ALERT : ('remote' | 'local') ' error: tls:' ;
TLS_NOT_SPOKEN : 'Server only speaks HTTP, not TLS' ;
ALPN_NO_CERTIFICATE : 'No certs presented for' ;
ALPN_PROTOCOL : 'Cannot negotiate ALPN protocol' ;
ALPN_CERTIFICATE : 'Incorrect validation certificate for' ;
REQUESTED : 'Requested' ;
SNI_CERTIFICATE : 'Correct zName not found for TLS SNI challenge' '.'? ;

// --- Rate limits -------------------------------------------------------------------------------

LIMIT_CERTIFICATES : TOO_MANY 'certificates' ;
LIMIT_ACCOUNTS : TOO_MANY 'new '? 'registrations' ;
LIMIT_FAILED : TOO_MANY 'failed authorizations' ;
LIMIT_ORDERS : TOO_MANY 'new orders' ;
LIMIT_PENDING : TOO_MANY 'currently pending ' ('authorizations' | 'orders') (': ' [0-9]+)? ;
LIMIT_OTHER : 'global certificate issuance limit reached' | 'Certificate issuance limit reached' ;
BUSY : 'Service busy; retry later' ;
PAUSED : 'Your account is temporarily prevented from requesting certificates for' ;
PLEASE_VISIT : ('and possibly others. ')? 'Please visit:' ;
COUNT : '(' [0-9]+ ')' ;
EXACT_SET : 'exact set of ' ('identifiers' | 'domains') ;
ISSUED_FOR : 'already issued for:' ;
IN_THE_LAST : 'in the last ' [0-9] [0-9a-z.]* (' hours')? ;
RETRY_AFTER : [Rr] 'etry after' ;
TIME
  : D D D D '-' D D '-' D D [ T] D D ':' D D ':' D D ('.' D+)? ('Z' | ' UTC' | [+\-] D D ':'? D D)?
    [:,]?
  ;
LINK : 'see http' ~[ "]+ ;
OTHERS : 'and ' [0-9]+ ' others' ;

// --- Names that the CA refuses -----------------------------------------------------------------

CANNOT_ISSUE : 'Cannot issue for' ;
POLICY_FORBIDS : 'Policy forbids issuing for' ;
MORE_PROBLEMS : '(and ' [0-9]+ ' more problems' ;
MORE_SUBJECTS : 'and ' [0-9]+ ' more identifiers' ;
IDENTIFIER_REASON
  : 'Name does not end in a public suffix'
  | 'Policy forbids issuing for name'
  | 'Invalid character in DNS name'
  | 'DNS name too long'
  | 'Issuance for IP addresses not supported'
  | 'DNS name has too many labels'
  | 'DNS name was empty'
  | 'DNS name ends in a period'
  | 'DNS name does not have enough labels'
  | 'DNS label is too ' ('short' | 'long')
  | 'DNS label contains malformed punycode'
  | 'DNS name contains a R-LDH label'
  | 'DNS name had more than one wildcard'
  | 'DNS name had a malformed wildcard label'
  | 'DNS name was a wildcard for an ICANN TLD'
  | 'Internationalized domain names (starting with xn--) not yet supported'
  | 'DNS identifier is disallowed'
  ;
IDENTIFIER_TOO_MANY : 'Order cannot contain more than ' [0-9]+ (' identifiers' | ' DNS names') ;
IDENTIFIER_REDUNDANT : 'is redundant with a wildcard domain in the same request' '.'? ;
IDENTIFIER_UNSAFE : 'was considered an unsafe domain by a third-party API' ;
IDENTIFIER_UNSUPPORTED
  : 'NewOrder request ' ('included unsupported identifier' | 'did not specify any identifiers')
  | 'Cumulative length of all identifier values was greater than'
  | 'Default profile does not permit'
  | 'does not permit IP address identifiers'
  ;
IDENTIFIER_POLICY : 'Order included an identifier for which issuance is forbidden by policy:' ;
IDENTIFIER_ILLEGAL
  : 'Order included DNS type identifier with illegal wildcard value:'
  | 'Order included DNS identifier with a value containing an illegal character:'
  | 'Order included DNS identifier that was longer than'
  ;
IDENTIFIER_TYPE : 'Identifier type for' ;

// --- Account, nonce, order ---------------------------------------------------------------------

NONCE : 'JWS has ' ('an ')? 'invalid anti-replay nonce' | 'JWS has no anti-replay nonce' ;
ACCOUNT_MISSING
  : 'Account' ' ' STRING ' not found'
  | 'KeyID header contained an invalid account URL'
  | 'No account exists with the provided key'
  | 'No registration exists matching provided key'
  ;
ACCOUNT_STATUS
  : ('Account' | 'Registration') ' is not valid, has status'
  | 'An account with the provided public key exists but is ' ('deactivated' | 'revoked')
  | 'Account has been deactivated'
  ;
ACCOUNT_TERMS
  : 'must agree to terms of service'
  | 'Must agree to subscriber agreement before any further actions'
  | 'Provided agreement URL'
  | 'Provided account did not agree to the terms of service'
  ;
ACCOUNT_BLOCKED : 'Account blocked' ;
ACCOUNT_MISMATCH
  : 'User account ID doesn\'t match account ID in authorization'
  | 'Account ID doesn\'t match ID for authorization'
  | 'No order found for account ID'
  | 'Mismatched account ID'
  ;
CLIENT_OLD
  : 'Account creation on ACMEv1 is disabled'
  | 'ACMEv1 is deprecated and you can no longer get certificates from this endpoint'
  | 'Validations for new domains are disabled in the V1 API'
  ;
ACCOUNT_BINDING : '['? ('E' | 'e') 'xternal ' ('A' | 'a') 'ccount ' ('B' | 'b') 'inding' ;
ACCOUNT_CONTACT
  : 'unable to parse email address'
  | 'contact email ' (STRING ' ')? 'has ' ('invalid' | 'forbidden') ' domain'
  | 'only contact scheme \'mailto:\' is supported'
  | 'contact email contains non-ASCII characters'
  | 'is not a valid e-mail address'
  ;
ORDER_MISSING
  : 'No such ' ('authorization' | 'challenge' | 'certificate')
  | 'Expired authorization'
  | 'No order for ID'
  | 'Order ' ORDER_ID (' is expired' | ' expired')
  | 'Authorization expired'
  | 'Certificate not found'
  ;
ORDER_AUTHORIZATION_STATE
  : 'authorization must be pending'
  | 'expired authorization'
  | 'challenge type ' STRING ' no longer allowed'
  | 'response does not complete challenge'
  | 'Authorization is already being validated'
  | 'Cannot update challenge with status'
  ;
ORDER_STATUS : 'Order\'s status (' ;
ORDER_PROCESSING : 'Order was already processing' ;
ORDER_AUTHORIZATIONS
  : 'authorizations for these identifiers not ' ('found' | 'valid') ':'
  | 'authorizations for these identifiers expired:'
  | 'authorizations for these names not found or expired:'
  ;
ORDER_CSR
  : 'CSR does not specify same ' ('identifiers' | 'names') ' as Order'
  | 'CSR is missing Order domain'
  | 'Order includes different number of names than CSR specifies'
  | 'CSR identifier count is not at minimum'
  | 'incorrect number of identifiers requested for finalization'
  | 'certificate public key must be different than account key'
  | 'Error parsing certificate request:'
  | 'invalid public key in CSR:'
  | 'signature algorithm not supported'
  | 'invalid signature on CSR'
  | 'CSR contains one or more email address fields'
  | 'at least one identifier is required'
  | 'CSR contains IP address in Common Name'
  ;
ORDER_MUST_STAPLE : 'OCSP must-staple extension is no longer available' ;
ORDER_DATES : 'NotBefore and NotAfter are not supported' ;
ORDER_PROFILE
  : 'unrecognized profile name'
  | 'account ID ' [0-9]+ ' is not permitted to use certificate profile'
  ;
ORDER_REPLACES
  : 'request included `replaces` field, but no current certificate with serial'
  | 'requester account did not request the certificate being replaced by this order'
  | 'identifiers in this order do not match any identifiers in the certificate being replaced'
  ;

// --- Protocol and server -----------------------------------------------------------------------

CLIENT_JWS
  : 'JWS verification error'
  | 'Parse error reading JWS'
  | 'JWS header parameter \'url\' incorrect'
  | 'No Key ID in JWS header'
  | 'Invalid Content-Type header on POST'
  | 'POST-as-GET requests must have an empty payload'
  | 'Method not allowed'
  ;
CLIENT_CHALLENGE : 'invalid challenge type' | [Cc] 'hallenge failed consistency check:' ;
SERVER_INTERNAL
  : 'Could not communicate with VA'
  | 'The service is down for maintenance or had an internal error'
  | 'Unable to meet CA SCT embedding requirements'
  | 'validation failed but the problem is unavailable'
  | 'Records for validation failed sanity check'
  | 'Error setting order processing'
  | 'Failure while checking pause status of identifiers'
  ;
SERVER_REMOTE
  : 'Insufficient remote perspectives: need at least'
  | 'Secondary validation RPC ' ('failed' | 'canceled' | 'returned malformed result')
  | 'Remote PerformValidation RPC' 's'? (' failed' | ' canceled')
  | 'Too few remote PerformValidation RPC results'
  ;

// --- The fixed sentence of an error type: RFC 8555 section 6.7, step-ca, certbot --

ABOUT_DNS : 'There was a problem with a DNS query during identifier validation' ;
ABOUT_DNSSEC : 'The server could not validate a DNSSEC signed domain' ;
ABOUT_CAA
  : 'Certification Authority Authorization (CAA) records forbid the CA from issuing a certificate'
  ;
ABOUT_CONNECTION
  : 'The server could not connect to '
    ('validation target' | 'the client to verify the domain' | 'the client for DV')
  ;
ABOUT_TLS
  : 'The server experienced a TLS error during ' ('domain verification' | 'DV')
  | 'The server received a TLS error during validation'
  ;
ABOUT_HOST : 'The server could not resolve a domain name' ;
ABOUT_AUTHORIZATION : 'The client lacks sufficient authorization' ;
ABOUT_RESPONSE : 'Response received didn\'t match the challenge\'s requirements' ;
ABOUT_LIMIT
  : 'There were too many requests of a given type' | 'The request exceeds a rate limit'
  ;
ABOUT_IDENTIFIER
  : 'The server will not issue ' ('certificates ')? 'for the identifier'
  | 'An identifier is of an unsupported type'
  ;
ABOUT_NONCE
  : 'Unacceptable anti-replay nonce' | 'The client sent an unacceptable anti-replay nonce'
  ;
ABOUT_ACCOUNT
  : 'The request specified an account that does not exist'
  | 'The server requires external account binding'
  | 'The request must include a value for the "externalAccountBinding" field'
  | 'Visit the "instance" URL and take actions specified there'
  | 'The provided email for a registration was invalid'
  | 'The provided contact URI ' ('for a registration ')? 'was invalid'
  | 'A contact URL for an account ' ('was invalid' | 'used an unsupported protocol scheme')
  ;
ABOUT_ORDER
  : 'The request attempted to finalize an order that is not ready to be finalized'
  | 'The CSR is unacceptable' (' (e.g., due to a short key)')?
  ;
ABOUT_REQUEST
  : 'The request message was malformed'
  | 'The JWS was signed ' ('by a public key' | 'with an algorithm') ' the server does not support'
  ;
ABOUT_SERVER : 'The server experienced an internal error' ;
ABOUT_NOTHING
  : 'Specific error conditions are indicated in the "subproblems" array'
  | 'The request specified a certificate to be revoked that has already been revoked'
  | 'The revocation reason provided is not allowed by the server'
  ;

// --- What is left ------------------------------------------------------------------------------

QUOTED : STRING ;
ADDRESS
  : ( [0-9]+ '.' [0-9]+ '.' [0-9]+ '.' [0-9]+
    | [0-9a-fA-F]* ':' [0-9a-fA-F]* ':' [0-9a-fA-F:]* ('.' [0-9]+)*
    | '(' [A-Za-z0-9_.*:-]+ ')'
    | '[' [A-Za-z0-9_.*:-]+ ']'
    | '<' [A-Za-z0-9_.*:-]+ '>'
    | [xX*]+ ([.:] [xX*0-9]+)+
    | 'IP'
    | '***' '*'* )
    ':'
  ;
WORD : (~[ "\\] | '\\' ~[ ])+ ;
QUOTE : '"' ;
BACKSLASH : '\\' ;
BLANK : ' ' -> channel(HIDDEN) ;

fragment TOO_MANY : [Tt] 'oo many ' ;
fragment ORDER_ID : ~[ "\\]+ | STRING ;
fragment STRING : '"' (~["\\] | '\\' .)* '"' ;
fragment D : [0-9] ;
