/*
 * What a CA says in a problem's detail: any number of parts, each known by its first token. A
 * sentence is prefix* core suffix, and a detail may hold several sentences, so parts stand in a row;
 * the reader of the tree lets a prefix count for the cores that it introduces.
 *
 * Every part ends with a tail: the words up to the next part. A token that begins a part is in no
 * tail, therefore one token of look-ahead decides everywhere and the time is linear.
 */
parser grammar CaProblemParser;

options { tokenVocab = CaProblemLexer; }

detail : tail part* EOF ;

part
  : prefix
  | core
  ;

prefix
  : URN tail                  # client
  | SUBPROBLEM name tail      # subproblem
  | REQUEST tail              # request
  | SECONDARY tail            # secondary
  | RECHECK tail              # recheck
  | CAA_STEP name tail        # caaStep
  | FETCHING name tail        # fetching
  | PERSIST_LOOKUP tail       # persistLookup
  ;

core
  : dnsProblem
  | dnsMuseum
  | cnameFound
  | resolverError
  | txtNone
  | txtIncorrect
  | txtUnnamed
  | persistRecord
  | txtMismatch
  | expectedGot
  | keyAuthorizationWrong
  | caaForbids
  | caaCheck
  | caaRecheck
  | addressNone
  | connection
  | httpResponse
  | httpMismatch
  | redirect
  | tls
  | limit
  | paused
  | refusedName
  | statement
  | about
  ;

// --- DNS ---------------------------------------------------------------------------------------

dnsProblem : DNS_PROBLEM dnsFailure? lookup ;

dnsFailure
  : NXDOMAIN
  | SERVFAIL
  | REFUSED
  | TIMED_OUT
  | CANCELED
  | NETWORK_ERROR
  | RESOLVER_FAILURE
  | RESPONSE_TRUNCATED
  | (WORD | EDE_OTHER)+
  ;

lookup : LOOKING_UP qtype=WORD FOR name tail ;

dnsMuseum : (MUSEUM_TIMEOUT | MUSEUM_NETWORK | MUSEUM_RESOLVER) tail ;

cnameFound : CNAME_FOUND name tail ;

resolverError : RESOLVER_ERROR tail ;

/** What stands in the quotes of a resolver error. */
resolver : resolverWord* EOF ;

resolverWord
  : DNS_LOOKUP_FOR name
  | UNSUCCESSFUL rcode=WORD
  | GO_LOOKUP name
  | NO_SUCH_HOST
  | MISBEHAVING
  | IO_TIMEOUT
  | GO_REFUSED
  | WORD
  | ADDRESS
  | BRACKETED
  | QUOTED
  | QUOTE
  | BACKSLASH
  | SEPARATOR
  | FOR
  ;

// --- TXT records -------------------------------------------------------------------------------

txtNone : TXT_NONE name tail ;

txtIncorrect : TXT_INCORRECT value? AND_MORE? FOUND_AT name tail ;

txtUnnamed
  : TXT_NONE_UNNAMED tail
  | TXT_NONE_PERSIST tail
  | TXT_INCORRECT_UNNAMED tail
  | TXT_PERSIST_NONE_VALID tail
  ;

persistRecord
  : TXT_PERSIST_MALFORMED tail
  | TXT_PERSIST_CHECKED tail
  ;

txtMismatch : TXT_OF name DOES_NOT_MATCH tail ;

expectedGot : EXPECTED value? GOT tail ;

keyAuthorizationWrong : KEY_AUTHORIZATION_WRONG tail ;

// --- CAA ---------------------------------------------------------------------------------------

caaForbids : CAA_RECORD name WORD* CAA_PREVENTS tail ;

caaCheck : CAA_CHECK name CAA_FAILED tail ;

caaRecheck : CAA_RECHECK_SEVERAL name MORE_IDENTIFIERS tail ;

// --- HTTP-01 and TLS-ALPN-01 -------------------------------------------------------------------

addressNone
  : ADDRESS_NONE name tail
  | ADDRESS_LOOKUP name tail
  ;

connection
  : ( CONNECT_TIMEOUT
    | SERVER_SLOW
    | TIMEOUT_ALONE
    | CONNECT_REFUSED
    | CONNECT_RESET
    | NETWORK_UNREACHABLE
    | CONNECT_OTHER
    | GO_GET )
    tail
  | CONNECT_TO name tail
  ;

httpResponse
  : HTTP_RESPONSE name tail
  | HTTP_BODY_UNREADABLE tail
  ;

httpMismatch : HTTP_MISMATCH tail ;

redirect
  : (REDIRECT_SCHEME | REDIRECT_PORT | REDIRECT_HOST | REDIRECT_LOOP | REDIRECT_OTHER) tail
  ;

tls
  : ( TLS_ALERT
    | TLS_NOT_SPOKEN
    | ALPN_NO_CERTIFICATE
    | ALPN_PROTOCOL
    | ALPN_CERTIFICATE
    | SNI_CERTIFICATE )
    tail
  ;

// --- Rate limits and refused names -------------------------------------------------------------

limit
  : ( LIMIT_CERTIFICATES
    | LIMIT_ACCOUNTS
    | LIMIT_FAILED
    | LIMIT_ORDERS
    | LIMIT_PENDING
    | LIMIT_OTHER
    | BUSY )
    tail
  ;

paused : PAUSED value? PLEASE_VISIT name tail ;

refusedName
  : CANNOT_ISSUE name tail
  | POLICY_FORBIDS name tail
  | IDENTIFIER_REASON tail
  ;

// --- Fixed statements --------------------------------------------------------------------------

statement
  : ( IDENTIFIER_TOO_MANY
    | IDENTIFIER_REDUNDANT
    | IDENTIFIER_UNSAFE
    | IDENTIFIER_UNSUPPORTED
    | IDENTIFIER_POLICY
    | IDENTIFIER_ILLEGAL
    | IDENTIFIER_TYPE
    | NONCE
    | ACCOUNT_MISSING
    | ACCOUNT_STATUS
    | ACCOUNT_TERMS
    | ACCOUNT_BLOCKED
    | ACCOUNT_MISMATCH
    | ACCOUNT_BINDING
    | ACCOUNT_CONTACT
    | ORDER_MISSING
    | ORDER_AUTHORIZATION_STATE
    | ORDER_STATUS
    | ORDER_PROCESSING
    | ORDER_AUTHORIZATIONS
    | ORDER_CSR
    | ORDER_MUST_STAPLE
    | ORDER_DATES
    | ORDER_PROFILE
    | ORDER_REPLACES
    | CLIENT_JWS
    | CLIENT_CHALLENGE
    | CLIENT_OLD
    | SERVER_INTERNAL
    | SERVER_REMOTE )
    tail
  ;

about
  : ( ABOUT_DNS
    | ABOUT_DNSSEC
    | ABOUT_CAA
    | ABOUT_CONNECTION
    | ABOUT_TLS
    | ABOUT_HOST
    | ABOUT_AUTHORIZATION
    | ABOUT_RESPONSE
    | ABOUT_LIMIT
    | ABOUT_IDENTIFIER
    | ABOUT_NONCE
    | ABOUT_ACCOUNT
    | ABOUT_ORDER
    | ABOUT_REQUEST
    | ABOUT_SERVER
    | ABOUT_NOTHING )
    tail
  ;

// --- Pieces ------------------------------------------------------------------------------------

name
  : WORD
  | QUOTED
  | ADDRESS
  | BRACKETED
  ;

value : (WORD | QUOTED | QUOTE | BACKSLASH | ADDRESS | BRACKETED | FOR)+ ;

/** The words between what a part must have and the next part. */
tail
  : ( WORD | QUOTED | QUOTE | BACKSLASH | ADDRESS | BRACKETED | SEPARATOR | FOR
    | NXDOMAIN | SERVFAIL | REFUSED | TIMED_OUT | CANCELED | NETWORK_ERROR | RESOLVER_FAILURE
    | RESPONSE_TRUNCATED | LOOKING_UP
    | EDE_DNSSEC | EDE_UNREACHABLE | EDE_LAME | EDE_POLICY | EDE_CACHED | EDE_OTHER
    | FAILED_ZONE | FROM_IP
    | DNS_LOOKUP_FOR | UNSUCCESSFUL | GO_LOOKUP | NO_SUCH_HOST | MISBEHAVING | IO_TIMEOUT | GO_REFUSED
    | FOUND_AT | AND_MORE | ACCOUNT_IS | PERSIST_EXPECTED | PERSIST_GOT | DOES_NOT_MATCH | GOT
    | ORDER_OF | CAA_PREVENTS | CAA_FAILED | MORE_IDENTIFIERS
    | REQUESTED | PLEASE_VISIT | COUNT | EXACT_SET | ISSUED_FOR | IN_THE_LAST | RETRY_AFTER | TIME | LINK | OTHERS
    | MORE_PROBLEMS | MORE_SUBJECTS )*
  ;
