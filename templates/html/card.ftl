<#-- A diagnosis: verdict, what to do, and what it rests on. -->
<#import "text.ftl" as x>
<#import "/words.ftl" as w>
<#macro diagnosis d open>
<article class="card" id="${d.id}" aria-labelledby="${d.id}-h">
<a class="permalink" href="#${d.id}" aria-label="Link to ${d.id}">#${d.id}</a>
<details class="body"<#if open> open</#if>>
<summary>
<span class="line"><@x.verdict d.verdict/><code class="cause">${d.cause}<#if d.variant??> / ${d.variant}</#if></code></span>
<h3 id="${d.id}-h"><@x.t d.title/></h3>
<#if d.identifiers?has_content || d.certificates?has_content>
<span class="for"><@names d/></span>
</#if>
</summary>
<div class="lead">
<#if d.summary.segments?has_content>
<p><@x.t d.summary/></p>
</#if>
<#if d.because.segments?has_content>
<p class="because"><b>${w.verdict(d.verdict)} because</b> <@x.t d.because/></p>
</#if>
</div>
<#if d.identifiers?size gt 4><@x.chips d.identifiers/></#if>
<#if d.remedies?has_content><@remedies d/></#if>
<#if d.prevention??>
<p class="prevention"><b>So that it does not come back:</b> <@x.t d.prevention/></p>
</#if>
<#list d.comparisons as c><@comparison c/></#list>
<#if d.matrix??><@matrix d.matrix/></#if>
<#if d.evidence?has_content><@evidence d/></#if>
<#if d.alternatives?has_content><@alternatives d/></#if>
<#if d.wrongAdvice?has_content>
<details class="fold"><summary>What does not help <span class="n">${d.wrongAdvice?size}</span></summary>
<ul>
<#list d.wrongAdvice as advice>
<li><@x.t advice/></li>
</#list>
</ul>
</details>
</#if>
<#if d.references?has_content>
<p class="refs"><b>Read more</b> <#list d.references as r><@x.link r.url r.title/><#sep> · </#sep></#list></p>
</#if>
</details>
</article>
</#macro>
<#macro names d><#local all = d.identifiers?has_content?then(d.identifiers, d.certificates)><#list all as name><#if name?index lt 4><bdi>${name}</bdi><#sep><#if name?index lt 3>, </#if></#sep></#if></#list><#if all?size gt 4>, and ${all?size - 4} more</#if></#macro>
<#macro remedies d>
<h4>What to do</h4>
<ol class="remedies">
<#list d.remedies as r>
<li>
<p class="remedy"><b><@x.t r.title/></b> <span class="risk r-${r.risk}">${w.risk(r.risk)}</span></p>
<#if r.why.segments?has_content>
<p class="why"><@x.t r.why/></p>
</#if>
<#list r.steps>
<ul class="steps">
<#items as step>
<li><#if step.text.segments?has_content><p><@x.t step.text/></p></#if><#if step.command??><@x.command step.command/></#if></li>
</#items>
</ul>
</#list>
<#if r.verify??>
<p class="verify"><b>Check</b> <@x.t r.verify/></p>
</#if>
</li>
</#list>
</ol>
</#macro>
<#function shown text><#return text?replace(" ", "␠")?replace("\t", "⇥")?replace("\n", "⏎")></#function>
<#macro comparison c>
<h4>Expected and found at <bdi class="q">${c.name}</bdi></h4>
<dl class="diff">
<dt>Expected</dt>
<dd><code><#list pieces(c) as r><#if is(r.kind, "same")>${r.text}<#elseif is(r.kind, "removed")><del>${shown(r.text)}</del></#if></#list></code></dd>
<dt>Found</dt>
<dd><code><#list pieces(c) as r><#if is(r.kind, "same")>${r.text}<#elseif is(r.kind, "added")><ins>${shown(r.text)}</ins></#if></#list></code></dd>
</dl>
<p class="note"><@x.t c.says/> <span class="legend"><del>only expected</del> <ins>only found</ins></span></p>
</#macro>
<#macro matrix m heading="h4">
<${heading}>What each server says about <bdi class="q">${m.name}</bdi></${heading}>
<table class="matrix">
<thead><tr><th scope="col">Server</th><th scope="col">Answer</th><th scope="col">Values</th></tr></thead>
<tbody>
<#list m.rows as row>
<tr><th scope="row"><bdi>${row.server}</bdi> <small><bdi>${row.address}</bdi>, ${row.transport}<#if row.exchange??>, <@x.exchange row.exchange/></#if></small></th>
<td><span class="state s-${row.state}">${w.state(row.state)}</span></td>
<td><#list row.values as value><code>${value}</code><#sep><br></#sep><#else><span class="none">–</span></#list></td></tr>
</#list>
</tbody>
</table>
</#macro>
<#macro evidence d>
<#local all = w.sorted(d.evidence)>
<details class="fold"><summary>Evidence <span class="n">${all?size}</span> <small><@tally all/></small></summary>
<ul class="evidence">
<#list all as e>
<li class="<#if is(e.kind, "unavailable")>e-unavailable<#else>e-${e.stance}</#if>">
<@x.icon is(e.kind, "unavailable")?then("e-unavailable", "e-" + e.stance)/>
<div>
<p class="kind"><b>${w.kindOf(e)}</b><#if !is(e.kind, "unavailable")> · ${w.stance(e.stance)}</#if><#if e.why??> · ${w.why(e.why)}</#if><#if e.source?? && !w.addsQuote(e)> · <bdi>${w.source(e.source)}</bdi><#if e.line gt 0>, line ${e.line}</#if></#if><#if e.exchange??> · <@x.exchange e.exchange/></#if><#if e.at??> · <time>${w.time(e.at)}</time></#if></p>
<p><@x.t e.says/></p>
<#if w.addsQuote(e)>
<figure><pre tabindex="0" role="group" aria-label="Quotation"><code>${e.quote}</code></pre><#if e.source??><figcaption><bdi>${w.source(e.source)}</bdi><#if e.line gt 0>, line ${e.line}</#if></figcaption></#if></figure>
</#if>
<#if e.wouldSettle??>
<p class="settle"><b>To find out</b> <@x.t e.wouldSettle/></p>
</#if>
</div>
</li>
</#list>
</ul>
</details>
</#macro>
<#macro tally all><#local for = all?filter(e -> !is(e.kind, "unavailable") && is(e.stance, "supports"))?size><#local against = all?filter(e -> !is(e.kind, "unavailable") && is(e.stance, "against"))?size><#local unknown = all?filter(e -> is(e.kind, "unavailable"))?size>${for} for, ${against} against<#if unknown gt 0>, ${unknown} cannot be known</#if></#macro>
<#macro alternatives d>
<details class="fold"><summary>Also considered <span class="n">${d.alternatives?size}</span></summary>
<ul class="alternatives">
<#list d.alternatives as a>
<li><p><@x.verdict a.verdict/> <b><@x.t a.title/></b> <code class="cause">${a.cause}<#if a.variant??> / ${a.variant}</#if></code></p>
<#if a.because.segments?has_content>
<p><@x.t a.because/></p>
</#if>
<#list a.wouldDecide as decide>
<p class="settle"><b>Would decide</b> <@x.t decide/></p>
</#list>
</li>
</#list>
</ul>
</details>
</#macro>
