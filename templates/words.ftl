<#-- The words for the finite sets of the report. A value outside its set is shown as it is. -->
<#function verdict v><#return {"confirmed": "Confirmed", "likely": "Likely", "possible": "Possible", "cannot-tell": "Cannot tell", "ruled-out": "Ruled out"}[v]!v></#function>
<#function verdictMeans v><#return {
  "confirmed": "the CA, the plugin or the operating system names this cause, or the log and an independent finding agree",
  "likely": "specific evidence for it, none against it, and at least one check was not possible",
  "possible": "it fits what was said, and nothing more is known",
  "cannot-tell": "what would decide is not available",
  "ruled-out": "evidence speaks against it"}[v]!""></#function>
<#function status s><#return {"failed": "FAILED", "ok": "OK", "unfinished": "UNFINISHED", "sound": "NO FAULT FOUND", "nothing": report.checked?has_content?then("NOTHING KNOWN", "NO RUN FOUND")}[s]!s></#function>
<#function statusTitle s><#return {"failed": "Failed", "ok": "OK", "unfinished": "Unfinished", "sound": "No fault found", "nothing": report.checked?has_content?then("Nothing known", "No run found")}[s]!s></#function>
<#function source s><#return is(s, "-")?then("standard input", s)></#function>
<#function outcome o><#return {"success": "succeeded", "failure": "failed", "not-due": "not due for renewal", "dry-run-success": "dry run succeeded", "nothing-to-do": "nothing to do", "incomplete": "the log ends before the run does"}[o]!o></#function>
<#function outcomeSign o><#return {"success": "✓", "failure": "✗", "not-due": "–", "dry-run-success": "✓", "nothing-to-do": "–", "incomplete": "…"}[o]!"?"></#function>
<#function risk r><#return {"none": "no risk", "reversible": "can be undone", "destructive": "cannot be undone"}[r]!r></#function>
<#function kind k><#return {"log": "The log says", "live": "DNS shows now", "config": "Local configuration", "unavailable": "Cannot be known"}[k]!k></#function>
<#function kindOf e><#if is(e.kind, "live") && e.during><#return "DNS showed during the run"></#if><#return kind(e.kind)></#function>
<#function stance s><#return {"supports": "speaks for it", "against": "speaks against it", "silent": "says nothing either way"}[s]!s></#function>
<#function stanceSign s><#return {"supports": "+", "against": "-", "silent": "="}[s]!"?"></#function>
<#function state s><#return {"expected": "expected value", "stale": "older value", "foreign": "other value", "found": "a value", "absent": "no record", "error": "no usable answer"}[s]!s></#function>
<#function input k><#return {"debug-log": "certbot debug log", "terminal-output": "terminal output", "journal-export": "journal export", "other-client": "another client's output", "pasted-text": "pasted text", "unrecognised": "not recognised"}[k]!k></#function>
<#function step k><#return {"order": "Order", "deploy": "Deploy", "server": "Name server", "wait": "Wait", "check": "Check", "failure": "Failure", "cleanup": "Cleanup", "hook": "Hook", "success": "Success", "end": "End"}[k]!k></#function>
<#function why y><#return {
  "cleaned-up": "certbot has removed it",
  "not-logged-at-this-level": "not logged at this level",
  "log-truncated": "the log is cut off",
  "offline": "not asked: offline",
  "probe-not-run-offline": "not asked: offline",
  "probe-failed": "the check failed",
  "probe-budget-spent": "the time for checks was spent",
  "needs-credentials": "needs credentials",
  "state-changed-since": "changed since",
  "not-settled": "too soon to tell",
  "version-does-not-log-this": "this version does not log it"}[y]!y></#function>
<#function days d><#if d == 1><#return "1 day"></#if><#return d?c + " days"></#function>
<#function count n one many><#if n == 1><#return "1 " + one></#if><#return n?c + " " + many></#function>
<#-- A time of ISO 8601 as people write it, and the log's offset where the time has none itself. -->
<#function time t><#return t?replace("T", " ")?replace("([0-9])([+-][0-9][0-9]:[0-9][0-9])$", "$1 $2", "r")?replace("([0-9])Z$", "$1 UTC", "r")></#function>
<#function offset t known><#return (is(known, "") || t?ends_with("Z") || t?matches("(?s).*[+-][0-9][0-9]:[0-9][0-9]"))?then("", " " + known)></#function>
<#-- Whether a quotation says more than the sentence above it. -->
<#-- Whether a quotation says more than all the sentences, and the quotations before it. -->
<#function isNews e all before><#return addsQuote(e) && !before?filter(o -> o.quote?? && is(o.quote, e.quote))?has_content && !all?filter(o -> is(o.kind, "log") && o.says.segments?map(s -> s.value)?join("")?contains(e.quote))?has_content></#function>
<#function addsQuote e><#if !e.quote??><#return false></#if><#return !e.says.segments?map(s -> s.value)?join("")?contains(e.quote)></#function>
<#-- What speaks for, then against, then what says nothing, then what cannot be known. -->
<#function sorted evidence>
  <#return evidence?filter(e -> !is(e.kind, "unavailable") && is(e.stance, "supports"))
    + evidence?filter(e -> !is(e.kind, "unavailable") && is(e.stance, "against"))
    + evidence?filter(e -> !is(e.kind, "unavailable") && !is(e.stance, "supports") && !is(e.stance, "against"))
    + evidence?filter(e -> is(e.kind, "unavailable"))>
</#function>
