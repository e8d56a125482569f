<#-- Markdown (CommonMark with tables and <details>, as GitHub, GitLab and Discourse show it). What
     comes from an input stands in code spans and fenced blocks; span(), cell() and block() choose
     fences that the text cannot close. What is folded has its title before the fold, for trackers
     that drop HTML. A ${""} keeps the indent of a line that has only directives. -->
<#import "/words.ftl" as w>
<#macro t text><#list text.segments as s><#if is(s.kind, "PROSE")>${s.value?replace("\\s+", " ", "r")}<#else>${span(s.value)}</#if></#list></#macro>
<#macro tc text><#list text.segments as s><#if is(s.kind, "PROSE")>${s.value?replace("\\s+", " ", "r")}<#else>${cell(s.value)}</#if></#list></#macro>
<#macro names list><#list list as name><#if name?index lt 12>${span(name)}<#sep><#if name?index lt 11>, </#if></#sep></#if></#list><#if list?size gt 12> and ${list?size - 12} more</#if></#macro>
<#macro fold title>
**${title}**

<details>
<summary>Show</summary>

<#nested>
</details>

</#macro>
<#macro remedy r n>
${n}. **<@t r.title/>** (${w.risk(r.risk)})

<#if r.why.segments?has_content>
   <@t r.why/>${""}

</#if>
<#list r.steps as step>
<#if step.text.segments?has_content>
   <@t step.text/>${""}

</#if>
<#if step.command??>
${block(step.command, 3, "sh")}

</#if>
</#list>
<#if r.verify??>
   **Check:** <@t r.verify/>${""}

</#if>
</#macro>
<#macro evidence d>
<@fold "Evidence (" + d.evidence?size + ")">
<#list w.sorted(d.evidence) as e>
- **${w.kindOf(e)}**<#if !is(e.kind, "unavailable")>, ${w.stance(e.stance)}</#if><#if e.why??>, ${w.why(e.why)}</#if>: <@t e.says/><#if e.source??> (${span(w.source(e.source))}<#if e.line gt 0>, line ${e.line}</#if>)</#if><#if e.exchange??> (${e.exchange}<#if e.at??>, ${w.time(e.at)}</#if>)</#if>
<#if w.addsQuote(e)>

${block(e.quote, 2, "text")}
</#if>
<#if e.wouldSettle??>
  **To find out:** <@t e.wouldSettle/>${""}
</#if>
</#list>

</@fold>
</#macro>
<#macro comparison c>
### Expected and found

At ${span(c.name)}: <@t c.says/>

${block("expected: " + pieces(c)?filter(r -> !is(r.kind, "added"))?map(r -> is(r.kind, "same")?then(r.text, "[-" + r.text + "-]"))?join("") + "\nfound:    " + pieces(c)?filter(r -> !is(r.kind, "removed"))?map(r -> is(r.kind, "same")?then(r.text, "{+" + r.text + "+}"))?join("") + "\n\n[-only expected-] {+only found+}", 0, "text")}

</#macro>
<#macro matrix m>
### What each server says

About ${span(m.name)}:

| Server | Address | Answer | Values |
| --- | --- | --- | --- |
<#list m.rows as row>
| ${cell(row.server)} | ${cell(row.address)} ${row.transport} | **${w.state(row.state)}** | <#list row.values as value>${cell(value)}<#sep> </#sep><#else>–</#list> |
</#list>

</#macro>
<#macro diagnosis d>
## ${d.id} · ${w.verdict(d.verdict)}: <@t d.title/>

${span(d.cause)}<#if d.variant??> (${d.variant})</#if><#if d.certificates?has_content> · certificate <@names d.certificates/></#if><#if d.identifiers?has_content> · for <@names d.identifiers/></#if>

<#if d.summary.segments?has_content>
<@t d.summary/>${""}

</#if>
<#if d.because.segments?has_content>
**${w.verdict(d.verdict)} because** <@t d.because/>

</#if>
<#if d.remedies?has_content>
### What to do

<#list d.remedies as r><@remedy r r?counter/></#list>
</#if>
<#if d.prevention??>
**So that it does not come back:** <@t d.prevention/>${""}

</#if>
<#list d.comparisons as c><@comparison c/></#list>
<#if d.matrix??><@matrix d.matrix/></#if>
<#if d.evidence?has_content><@evidence d/></#if>
<#if d.alternatives?has_content>
<@fold "Also considered (" + d.alternatives?size + ")">
<#list d.alternatives as a>
- **${w.verdict(a.verdict)}:** <@t a.title/> (${span(a.cause)})<#if a.because.segments?has_content>: <@t a.because/></#if>
<#list a.wouldDecide as decide>
  - Would decide: <@t decide/>${""}
</#list>
</#list>

</@fold>
</#if>
<#if d.wrongAdvice?has_content>
<@fold "What does not help (" + d.wrongAdvice?size + ")">
<#list d.wrongAdvice as advice>
- <@t advice/>${""}
</#list>

</@fold>
</#if>
<#if d.references?has_content>
Read more: <#list d.references as r>${r.title} ${link(r.url)}<#sep>, </#sep></#list>

</#if>
</#macro>
# ${w.statusTitle(status)}: <@t report.headline/>

<#if report.redacted>
> Redacted for sharing: domain names, addresses, e-mail, accounts and paths are replaced by pseudonyms; the same pseudonym always means the same thing.

</#if>
<#if report.host??>
- **Host:** ${span(report.host)}
</#if>
<#if newest??>
- **Run:** ${newest.id}<#if newest.started??>, ${w.time(newest.started)}${w.offset(newest.started, report.offset!"")}</#if><#if newest.client??>, ${span(newest.client)}</#if><#if newest.clientVersion??> ${span(newest.clientVersion)}</#if><#if newest.dryRun>, dry run</#if> (${span(w.source(newest.source))}, lines ${newest.firstLine} to ${newest.lastLine})
<#if newest.server??>
- **CA:** ${span(newest.server)}
</#if>
</#if>
<#list certificates as c><#if c?index lt 10>
- **Certificate:** ${span(c.certificate.name!"(no name)")} ${w.outcome(c.certificate.outcome)}<#if c.certificate.notAfter??>, expires ${w.time(c.certificate.notAfter)}<#if c.days??> (${w.days(c.days)} after this run)</#if></#if>
</#if></#list>
<#if certificates?size gt 10>
- and ${certificates?size - 10} more certificates
</#if>

<#if report.diagnoses?size gt 1>
| | Verdict | What went wrong | Names |
| --- | --- | --- | --- |
<#list report.diagnoses as d><#if d?index lt 50>
| ${d.id} | ${w.verdict(d.verdict)} | <@tc d.title/> | <#list d.identifiers as name><#if name?index lt 3>${cell(name)} </#if></#list><#if d.identifiers?size gt 3>and ${d.identifiers?size - 3} more</#if> |
</#if></#list>
<#if report.diagnoses?size gt 50>
| | | and ${report.diagnoses?size - 50} more below | |
</#if>

</#if>
<#list report.diagnoses as d><@diagnosis d/></#list>
<#if !report.runs?has_content><#list report.checked as c><#if c.matrix??><@matrix c.matrix/></#if></#list></#if>
<#if report.resolved?has_content>
## Resolved since

<#list report.resolved as d>
- ${d.id}: <@t d.title/> (${span(d.cause)}): <@names d.identifiers/>${""}
</#list>

</#if>
<#if newest?? && newest.timeline?has_content>
<@fold "Timeline of the newest run">
| Time | Step | | Line |
| --- | --- | --- | --- |
<#list newest.timeline as step>
| ${runCharts[0].marks[step?index].time} | ${w.step(step.kind)} | <@tc step.label/> | ${cell(w.source(step.source))}<#if step.line gt 0> ${step.line}</#if> |
</#list>

</@fold>
</#if>
<#list certificates as c><#if c?index lt 10 && c.history?size gt 1>
<@fold "History over " + c.history?size + " runs">
Certificate ${span(c.certificate.name!"(no name)")}:

<#list c.history as visit>
- ${visit.run.id}<#if visit.run.started??>, ${w.time(visit.run.started)}</#if>: ${w.outcome(visit.outcome)}
</#list>

</@fold>
</#if></#list>
<#if report.notices?has_content>
## Worth knowing

<#list report.notices as n>
- <@t n.text/> (${span(n.id)})
<#if n.command??>

${block(n.command, 2, "sh")}
</#if>
</#list>

</#if>
<#if report.notChecked?has_content>
## What was not checked

<#list report.notChecked as n>
- <@t n.what/>: <@t n.why/>${""}
</#list>

</#if>
<#if report.runs?has_content>
<@fold "Names and what was said about them">
<#list report.runs as run><#list run.certificates as c><#list c.identifiers as i>
- ${run.id} ${span(i.name)}: ${w.outcome(i.outcome)}
<#list i.problems as p>
  - ${span(p.code)}: ${span(p.detail)} (${span(w.source(p.source))}<#if p.lines?has_content>, line ${p.lines?first}</#if>)
</#list>
</#list></#list></#list>

</@fold>
</#if>
<#if report.exchanges?has_content>
<@fold "DNS questions and answers (" + report.exchanges?size + ")">
<#list report.exchanges as x>
- ${x.id}: ${span(x.question)} to ${span(x.server)} (${span(x.address)}, ${x.transport}): **${x.rcode}**, ${x.millis} ms, ${w.time(x.at)}<#if x.ede??>, EDE ${span(x.ede)}</#if>
<#list x.answer as record>
  - ${span(record)}
</#list>
<#list x.authority as record>
  - authority: ${span(record)}
</#list>
</#list>

</@fold>
</#if>
<#if report.inputs?has_content>
Read: <#list report.inputs as i>${span(w.source(i.source))} (${w.input(i.kind)}, ${i.records} records, ${i.unknown} unknown)<#sep>, </#sep></#list>

</#if>
certbot-doctor ${report.toolVersion}<#if report.generated??>, report of ${w.time(report.generated)}</#if>
