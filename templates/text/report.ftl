<#ftl strip_whitespace=true>
<#-- Terminal text. Empty lines of this file vanish; ${gap} makes one. ${hang} sets the indent of
     the rows that follow when a line is wrapped; ${whole} keeps a line in one piece. -->
<#import "/words.ftl" as w>
<#import "colours.ftl" as colour>
<#macro t text><#list text.segments as s><#if is(s.kind, "CODE")>${ansi.cyan}`${s.value}`${ansi.off}<#elseif is(s.kind, "PROSE")>${s.value?replace("\\s+", " ", "r")}<#else>${s.value}</#if></#list></#macro>
<#macro quote text indent><#local limit = style.verbose?then(1000, 4)><#list text?split("\n") as line><#if line?index lt limit>
${indent}${ansi.dim}| ${hang}${line}${ansi.off}
</#if></#list><#if text?split("\n")?size gt limit>
${indent}${ansi.dim}| ... ${text?split("\n")?size - limit} more lines${ansi.off}
</#if></#macro>
<#macro place source line>${w.source(source)}<#if line gt 0>:${line}</#if></#macro>
<#macro heading words>
${gap}
   ${ansi.bold}${words}${ansi.off}
</#macro>
<#macro verdictline d>
${ansi.bold}${d.id}${ansi.off}  ${hang}${colour.verdict(d.verdict)}${w.verdict(d.verdict)?upper_case}${ansi.off}  ${ansi.bold}<@t d.title/>${ansi.off}
</#macro>
<#macro remedy r n>
   ${n}. ${hang}${ansi.bold}<@t r.title/>${ansi.off}<#if !is(r.risk, "none")> (${w.risk(r.risk)})</#if>
<#if r.why.segments?has_content>
      ${hang}<@t r.why/>
</#if>
<#list r.steps as step>
<#if step.text.segments?has_content>
      - ${hang}<@t step.text/>
</#if>
<#if step.command??>
<#list step.command?split("\n") as line>
${whole}            ${ansi.cyan}${line}${ansi.off}
</#list>
</#if>
</#list>
<#if r.verify??>
      ${ansi.green}Check:${ansi.off} ${hang}<@t r.verify/>
</#if>
</#macro>
<#macro evidence e all before>
<#if is(e.kind, "unavailable")>
   ? ${hang}Cannot be known<#if e.why??> (${w.why(e.why)})</#if>: <@t e.says/>
<#if e.wouldSettle??>
     To find out: ${hang}<@t e.wouldSettle/>
</#if>
<#else>
   ${w.stanceSign(e.stance)} ${hang}${w.kindOf(e)}: <@t e.says/><#if e.source??> ${ansi.dim}(<@place e.source e.line/>)${ansi.off}</#if><#if e.exchange??> ${ansi.dim}(${e.exchange}<#if e.at??>, ${w.time(e.at)}</#if>)${ansi.off}</#if>
<#if w.isNews(e, all, before)><@quote e.quote "     "/></#if>
</#if>
</#macro>
<#macro diagnosis d>
${gap}
<@verdictline d/>
   ${ansi.dim}${hang}${d.cause}<#if d.variant??> (${d.variant})</#if><#if d.certificates?has_content>; certificate <@names d.certificates/></#if><#if d.identifiers?has_content>; for <@names d.identifiers/></#if>${ansi.off}
<#if d.summary.segments?has_content>
   ${hang}<@t d.summary/>
</#if>
<#if d.because.segments?has_content>
   ${hang}${w.verdict(d.verdict)} because: <@t d.because/>
</#if>
<#if d.remedies?has_content>
<@heading "What to do"/>
<#list d.remedies as r><@remedy r r?counter/></#list>
</#if>
<#if d.prevention??>
<@heading "So that it does not come back"/>
   ${hang}<@t d.prevention/>
</#if>
<#list d.comparisons as c>
<@heading "Expected and found"/>
   ${c.name}
     expected: ${hang}"<#list pieces(c) as run><#if is(run.kind, "same")>${run.text}<#elseif is(run.kind, "removed")>${ansi.red}[-${run.text}-]${ansi.off}</#if></#list>"
     found:    ${hang}"<#list pieces(c) as run><#if is(run.kind, "same")>${run.text}<#elseif is(run.kind, "added")>${ansi.yellow}{+${run.text}+}${ansi.off}</#if></#list>"
     ${hang}<@t c.says/> [-only expected-] {+only found+}
</#list>
<#if d.matrix??>
<@heading "What each server says"/>
<@matrix d.matrix/>
</#if>
<#if d.evidence?has_content>
<@heading "Evidence"/>
<#local sorted = w.sorted(d.evidence)>
<#list sorted as e><@evidence e sorted sorted[0..<e?index]/></#list>
</#if>
<#if d.alternatives?has_content>
<@heading "Also considered"/>
<#local most = style.verbose?then(1000, 5)>
<#list d.alternatives as a><#if a?index lt most>
   - ${hang}${w.verdict(a.verdict)}: <@t a.title/> (${a.cause})<#if a.because.segments?has_content>: <@t a.because/></#if>
<#list a.wouldDecide as decide>
     Would decide: ${hang}<@t decide/>
</#list>
</#if></#list>
<#if d.alternatives?size gt most>
   - ${hang}and ${d.alternatives?size - most} more, with -v or in the other formats
</#if>
</#if>
<#if d.wrongAdvice?has_content>
<@heading "What does not help"/>
<#list d.wrongAdvice as advice>
   - ${hang}<@t advice/>
</#list>
</#if>
<#if d.references?has_content>
<@heading "Read more"/>
<#list d.references as ref>
   - ${hang}${ref.title}
${whole}     ${ref.url}
</#list>
</#if>
</#macro>
<#macro names list><#list list as name><#if name?index lt 8>${name}<#sep><#if name?index lt 7>, </#if></#sep></#if></#list><#if list?size gt 8>, and ${list?size - 8} more</#if></#macro>
<#macro matrix m>
   ${m.name}
<#list m.rows as row>
     ${colour.state(row.state)}${w.state(row.state)?right_pad(18)}${ansi.off}${hang}${row.server} (${row.address}, ${row.transport})<#list row.values as value> "${value}"</#list>
</#list>
</#macro>
<#-- Names that were checked, and that no diagnosis is about. -->
<#macro served>
<#local most = style.verbose?then(100000, 10)>
<#local names = report.checked?filter(c -> c.matrix??)>
<#if names?has_content && !report.runs?has_content>
${gap}
${ansi.bold}What each server says<#if report.diagnoses?has_content> about the other names</#if>${ansi.off}
<#list names as c><#if c?index lt most><@matrix c.matrix/></#if></#list>
<#if names?size gt most>
   ${hang}and ${names?size - most} more names, with -v or in the other formats
</#if>
</#if>
</#macro>
<#macro head>
${colour.status(status)}${ansi.bold}${w.status(status)}${ansi.off}  ${hang}${ansi.bold}<@t report.headline/>${ansi.off}
${gap}
<#if report.host??>
Host:        ${hang}${report.host}
</#if>
<#if newest??>
Run:         ${hang}${newest.id}<#if newest.started??>, ${w.time(newest.started)}${w.offset(newest.started, report.offset!"")}</#if><#if newest.client??>, ${newest.client}<#if newest.clientVersion??> ${newest.clientVersion}</#if></#if><#if newest.dryRun>, dry run</#if> (${w.source(newest.source)}, lines ${newest.firstLine} to ${newest.lastLine})
</#if>
<#list certificates as c><#if c?index lt 6>
Certificate: ${hang}${c.certificate.name!"(no name)"}: ${w.outcome(c.certificate.outcome)}<#if c.certificate.notAfter??>, expires ${w.time(c.certificate.notAfter)}<#if c.days??> (${w.days(c.days)} after this run)</#if></#if>
</#if></#list>
<#if certificates?size gt 6>
             ${hang}and ${certificates?size - 6} more certificates
</#if>
<#if report.redacted>
Shared:      ${hang}names, addresses, e-mail, accounts and paths are replaced by pseudonyms
</#if>
<#if report.diagnoses?size gt 1>
${gap}
<#list report.diagnoses as d><#if d?index lt 10><@verdictline d/></#if></#list>
<#if report.diagnoses?size gt 10>
... ${hang}and ${report.diagnoses?size - 10} more below
</#if>
</#if>
</#macro>
<#if style.quiet>
<#if report.diagnoses?has_content>
<#list report.diagnoses as d>
${whole}${d.id} ${w.verdict(d.verdict)?lower_case} ${d.cause}<#if d.identifiers?has_content> <@names d.identifiers/><#elseif d.certificates?has_content> <@names d.certificates/></#if>: <@t d.title/>
</#list>
<#else>
${whole}${w.status(status)?lower_case}: <@t report.headline/>
</#if>
<#else>
<@head/>
<#list report.diagnoses as d><@diagnosis d/></#list>
<@served/>
<#if report.resolved?has_content>
${gap}
${ansi.bold}Resolved since${ansi.off}
<#list report.resolved as d>
   ${d.id} ${hang}<@t d.title/> (${d.cause}): <@names d.identifiers/>
</#list>
</#if>
<#if report.notices?has_content>
${gap}
${ansi.bold}Worth knowing${ansi.off}
<#list report.notices as n>
   - ${hang}<@t n.text/> (${n.id})
<#if n.command??>
<#list n.command?split("\n") as line>
${whole}         ${ansi.cyan}${line}${ansi.off}
</#list>
</#if>
</#list>
</#if>
<#if report.notChecked?has_content>
${gap}
${ansi.bold}Not checked${ansi.off}
<#list report.notChecked as n>
   - ${hang}<@t n.what/>: <@t n.why/>
</#list>
</#if>
<#list report.runs as run><#if run.timeline?filter(step -> is(step.kind, "server"))?has_content || (style.verbose && run?index == 0 && run.timeline?has_content)>
${gap}
${ansi.bold}Timeline of run ${run.id}${ansi.off}
<#list run.timeline as step>
   ${runCharts[run?index].marks[step?index].time?left_pad(10)}  ${hang}${w.step(step.kind)}: <@t step.label/> ${ansi.dim}(<@place step.source step.line/>)${ansi.off}
</#list>
</#if></#list>
<#if style.verbose && report.exchanges?has_content>
${gap}
${ansi.bold}Questions and answers${ansi.off}
<#list report.exchanges as x>
   ${x.id} ${hang}${x.question} to ${x.server} (${x.address}, ${x.transport}): ${x.rcode} [${x.flags?join(" ")}], ${x.millis} ms, ${w.time(x.at)}<#if x.ede??>, EDE ${x.ede}</#if>
<#list x.answer as record>
      ${hang}${record}
</#list>
<#list x.authority as record>
      ${hang}authority: ${record}
</#list>
</#list>
</#if>
<#if report.inputs?has_content>
${gap}
${ansi.bold}Read${ansi.off}
<#list report.inputs as i>
   ${hang}${w.source(i.source)}: ${w.input(i.kind)}, ${i.bytes} bytes, ${i.records} records, ${i.understood} understood, ${i.unknown} unknown
</#list>
</#if>
${gap}
${ansi.dim}certbot-doctor ${report.toolVersion}<#if report.generated??>, report of ${report.generated}</#if>${ansi.off}
</#if>
