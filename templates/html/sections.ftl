<#import "text.ftl" as x>
<#import "/words.ftl" as w>
<#import "card.ftl" as card>
<#macro head>
<header class="hero st-${status}">
<p class="status"><@x.icon is(status, "failed")?then("o-failure", (is(status, "ok") || is(status, "sound"))?then("o-success", "o-incomplete"))/>${w.statusTitle(status)}</p>
<h1><@x.t report.headline/></h1>
<#if verdicts?size gt 0 && report.diagnoses?size gt 1>
<p class="tally"><#list verdicts as v, n><span><@x.icon "v-" + v/>${n} ${w.verdict(v)?lower_case}</span></#list></p>
</#if>
<dl class="facts">
<#if report.host??><div><dt>Host</dt><dd><bdi>${report.host}</bdi></dd></div></#if>
<#if newest??>
<#if newest.started??><div><dt>Time</dt><dd><time>${w.time(newest.started)}</time>${w.offset(newest.started, report.offset!"")}</dd></div></#if>
<div><dt>Run</dt><dd>${newest.id}<#if newest.client??>, ${newest.client}<#if newest.clientVersion??> ${newest.clientVersion}</#if></#if><#if newest.dryRun>, dry run</#if></dd></div>
<#if newest.server??><div><dt>CA</dt><dd><bdi>${newest.server}</bdi></dd></div></#if>
</#if>
<#list certificates as c><#if c?index lt 4>
<div><dt>Certificate</dt><dd><bdi>${c.certificate.name!"(no name)"}</bdi> <@x.outcome c.certificate.outcome/><#if c.certificate.notAfter??><br><span class="expiry">expires <time>${w.time(c.certificate.notAfter)}</time><#if c.days??>, ${w.days(c.days)} after this run</#if></span></#if></dd></div>
</#if></#list>
<#if certificates?size gt 4><div><dt>More</dt><dd><a href="#inventory">${w.count(certificates?size - 4, "certificate", "certificates")}</a></dd></div></#if>
</dl>
<#if report.redacted>
<p class="banner"><b>Redacted for sharing.</b> Domain names, addresses, e-mail, accounts and paths are replaced by pseudonyms; the same pseudonym always means the same thing.</p>
</#if>
<#if report.diagnoses?has_content && report.diagnoses[0].remedies?has_content>
<#local first = report.diagnoses[0].remedies[0]>
<div class="first">
<p><b>Do this first</b> <@x.t first.title/> <a href="#${report.diagnoses[0].id}">why</a></p>
<#list first.steps?filter(s -> s.command??) as step><#if step?index == 0><@x.command step.command/></#if></#list>
</div>
</#if>
</header>
</#macro>
<#-- Names that were checked, and that no diagnosis is about. -->
<#macro served>
<section id="served" aria-labelledby="served-h">
<h2 id="served-h">What each server says</h2>
<#list report.checked as c><#if c.matrix??>
<@card.matrix c.matrix "h3"/>
</#if></#list>
</section>
</#macro>
<#macro resolved>
<#if report.resolved?has_content>
<section id="resolved" aria-labelledby="resolved-h">
<h2 id="resolved-h">Resolved since</h2>
<p class="note">A later run succeeded for these names.</p>
<#list report.resolved as d><@card.diagnosis d false/></#list>
</section>
</#if>
</#macro>
<#macro notices>
<#if report.notices?has_content>
<section id="notices" aria-labelledby="notices-h">
<h2 id="notices-h">Worth knowing</h2>
<ul class="plain">
<#list report.notices as n>
<li><p><@x.t n.text/> <code class="cause">${n.id}</code></p><#if n.command??><@x.command n.command/></#if></li>
</#list>
</ul>
</section>
</#if>
</#macro>
<#macro notChecked>
<#if report.notChecked?has_content>
<section id="not-checked" aria-labelledby="not-checked-h">
<h2 id="not-checked-h">What was not checked</h2>
<dl class="skipped">
<#list report.notChecked as n>
<div><dt><@x.t n.what/></dt><dd><@x.t n.why/></dd></div>
</#list>
</dl>
</section>
</#if>
</#macro>
<#macro inventory>
<#if report.runs?has_content>
<section id="inventory" aria-labelledby="inventory-h">
<h2 id="inventory-h">Runs and names</h2>
<#list report.runs as run>
<details class="panel">
<summary><h3>Run ${run.id}</h3> <@x.outcome run.outcome/> <small><#if run.started??>${w.time(run.started)} · </#if><bdi>${w.source(run.source)}</bdi>, lines ${run.firstLine} to ${run.lastLine}<#if run.dryRun> · dry run</#if></small></summary>
<#list run.certificates as c>
<h4>Certificate <bdi>${c.name!"(no name)"}</bdi> <small><#if c.authenticator??>${c.authenticator}</#if><#if c.installer??>, ${c.installer}</#if></small></h4>
<#if c.identifiers?has_content>
<table class="names">
<thead><tr><th scope="col">Name</th><th scope="col">Outcome</th><th scope="col">What was said</th></tr></thead>
<tbody>
<#list c.identifiers as i>
<tr><th scope="row"><bdi>${i.name}</bdi><#if i.challenge??> <small>${i.challenge}</small></#if></th><td><@x.outcome i.outcome/></td><td><@problems i.problems/></td></tr>
</#list>
</tbody>
</table>
</#if>
<@problems c.problems/>
<#else>
<p class="note">No certificate is named in this run.</p>
</#list>
</details>
</#list>
</section>
</#if>
</#macro>
<#macro problems list>
<#if list?has_content>
<ul class="problems">
<#list list as p>
<li><code class="cause">${p.code}</code> <bdi class="q">${p.detail}</bdi> <small><#if p.type??>type ${p.type}, </#if><#if p.secondary>secondary validation, </#if><#if p.recheck>recheck, </#if><bdi>${w.source(p.source)}</bdi><#if p.lines?has_content>, ${(p.lines?size == 1)?then("line", "lines")} <#list p.lines as l><#if l?index lt 10>${l}<#sep>, </#sep></#if></#list></#if></small></li>
</#list>
</ul>
</#if>
</#macro>
<#macro exchanges>
<#if report.exchanges?has_content>
<section id="exchanges" aria-labelledby="exchanges-h">
<h2 id="exchanges-h">DNS questions and answers</h2>
<details class="panel"><summary><h3>${w.count(report.exchanges?size, "exchange", "exchanges")}</h3></summary>
<ul class="exchanges">
<#list report.exchanges as e>
<li id="${e.id}"><p><b>${e.id}</b> <bdi class="q">${e.question}</bdi> to <bdi>${e.server}</bdi> <small><bdi>${e.address}</bdi>, ${e.transport}, ${e.millis} ms, <time>${w.time(e.at)}</time></small></p>
<p><b>${e.rcode}</b> <small>${e.flags?join(" ")}<#if e.ede??> · EDE ${e.ede}</#if></small></p>
<#if e.answer?has_content || e.authority?has_content>
<pre tabindex="0" role="group" aria-label="Records"><code><#list e.answer as r>${r}
</#list><#list e.authority as r>authority: ${r}
</#list></code></pre>
</#if>
</li>
</#list>
</ul>
</details>
</section>
</#if>
</#macro>
<#macro inputs>
<section id="inputs" aria-labelledby="inputs-h">
<h2 id="inputs-h">What was read</h2>
<#if report.inputs?has_content>
<table class="inputs">
<thead><tr><th scope="col">Input</th><th scope="col">Taken for</th><th scope="col" class="num">Bytes</th><th scope="col" class="num">Records</th><th scope="col" class="num">Understood</th><th scope="col" class="num">Unknown</th></tr></thead>
<tbody>
<#list report.inputs as i>
<tr><th scope="row"><bdi>${w.source(i.source)}</bdi></th><td>${w.input(i.kind)}</td><td class="num" data-label="Bytes">${i.bytes}</td><td class="num" data-label="Records">${i.records}</td><td class="num" data-label="Understood">${i.understood}</td><td class="num" data-label="Unknown">${i.unknown}</td></tr>
</#list>
</tbody>
</table>
<#else>
<p class="note">Nothing.</p>
</#if>
<details class="panel"><summary><h3>What the verdicts mean</h3></summary>
<dl class="skipped">
<#list ["confirmed", "likely", "possible", "cannot-tell", "ruled-out"] as v>
<div><dt><@x.verdict v/></dt><dd>${w.verdictMeans(v)?cap_first}.</dd></div>
</#list>
</dl>
</details>
</section>
</#macro>
