<#-- Time as a line. The list beside each drawing says the same in words. -->
<#import "text.ftl" as x>
<#import "/words.ftl" as w>
<#macro timeline>
<section id="timeline" aria-labelledby="timeline-h">
<h2 id="timeline-h">Timeline</h2>
<#list report.runs as run><#if run?index lt 6 && run.timeline?has_content>
<@runChart run=run c=runCharts[run?index] open=(run?index == 0)/>
</#if></#list>
<#list certificates as c><#if c?index lt 20 && c.history?size gt 1>
<@history c historyCharts[c?index]/>
</#if></#list>
</section>
</#macro>
<#macro runChart run c open>
<details class="panel"<#if open> open</#if>>
<summary><h3>Run ${run.id}</h3> <@x.outcome run.outcome/> <small><#if run.started??>${w.time(run.started)}</#if><#if c.total?has_content> · ${c.total} from the first step to the last</#if></small></summary>
<#if run.timeline?size gt 1 && run.timeline?size lte 24>
<svg class="chart" role="img" aria-label="Run ${run.id} as a line of ${run.timeline?size} steps; the list below says the same">
<line x1="4%" x2="96%" y1="44" y2="44" class="axis"/>
<#list c.marks as m><#local step = run.timeline[m?index]>
<#if m?has_next && is(step.kind, "wait")><rect x="${m.at}%" y="40" width="${c.marks[m?index + 1].at - m.at}%" height="8" class="wait"/></#if>
<line x1="${m.x}%" y1="26" x2="${m.at}%" y2="44" class="lead"/>
<circle cx="${m.at}%" cy="44" r="2.5" class="tick"/>
<svg x="${m.x}%" y="15" overflow="visible" class="k-${step.kind}"><#if is(step.kind, "failure")><rect x="-10" y="-10" width="20" height="20" rx="3" transform="rotate(45)"/><#elseif is(step.kind, "success") || is(step.kind, "end")><rect x="-10" y="-10" width="20" height="20" rx="4"/><#else><circle r="11"/></#if><text y="4.5">${m.number}</text></svg>
</#list>
</svg>
</#if>
<#if !c.timed && run.timeline?size gt 1><p class="note">The log gives no times for these steps; their order is known.</p></#if>
<ol class="steps-list<#if !c.timed> untimed</#if>">
<#list run.timeline as step>
<li class="k-${step.kind}"><span class="num" aria-hidden="true">${step?counter}</span><span class="when">${c.marks[step?index].time}</span><span><b>${w.step(step.kind)}</b> <@x.t step.label/> <small><bdi>${w.source(step.source)}</bdi><#if step.line gt 0>:${step.line}</#if></small></span></li>
</#list>
</ol>
</details>
</#macro>
<#macro history line c>
<div class="panel">
<h3>History of <bdi>${line.certificate.name!"(no name)"}</bdi> <small>${line.history?size} runs<#if c.total?has_content> in ${c.total}</#if></small></h3>
<svg class="chart history" role="img" aria-label="${line.history?size} runs as a line; the list below says the same">
<line x1="4%" x2="96%" y1="18" y2="18" class="axis"/>
<#list c.marks as m><#local visit = line.history[m?index]>
<svg x="${m.at}%" y="18" overflow="visible" class="o-${visit.outcome}"><#if is(visit.outcome, "failure")><rect x="-6" y="-6" width="12" height="12" transform="rotate(45)"/><#else><circle r="6.5"/></#if></svg>
</#list>
</svg>
<ol class="visits">
<#list line.history as visit>
<li><@x.outcome visit.outcome/> <#if visit.run.started??><time>${w.time(visit.run.started)}</time></#if> <span>${visit.run.id}<#if visit.run.dryRun>, dry run</#if></span></li>
</#list>
</ol>
</div>
</#macro>
