<#-- Sentences, whose pieces know where they come from. -->
<#import "/words.ftl" as w>
<#macro t text><#list text.segments as s><#if is(s.kind, "CODE")><code>${s.value}</code><#elseif is(s.kind, "PROSE")>${s.value}<#else><bdi class="q">${s.value}</bdi></#if></#list></#macro>
<#macro plain text><#list text.segments as s>${s.value}</#list></#macro>
<#macro icon name><svg class="i i-${name}" aria-hidden="true"><use href="#i-${name}"/></svg></#macro>
<#macro verdict v><span class="badge v-${v}" title="${w.verdictMeans(v)}"><@icon "v-" + v/>${w.verdict(v)}</span></#macro>
<#macro outcome o><span class="outcome o-${o}"><@icon "o-" + o/>${w.outcome(o)}</span></#macro>
<#macro command words>
<div class="cmd"><pre tabindex="0" role="group" aria-label="Command"><code>${words}</code></pre><button type="button" class="copy" hidden>Copy</button></div>
</#macro>
<#macro chips names>
<ul class="chips">
<#list names as name><#if name?index lt 12>
<li><bdi>${name}</bdi></li>
</#if></#list>
<#if names?size gt 12>
<li class="more"><details><summary>and ${names?size - 12} more</summary><#list names as name><#if name?index gte 12><bdi>${name}</bdi><#sep>, </#sep></#if></#list></details></li>
</#if>
</ul>
</#macro>
<#macro link url words><#if url?starts_with("https://")><a href="${url}" rel="noopener noreferrer">${words}</a><#else>${words} <code>${url}</code></#if></#macro>
<#macro exchange id><#if known(id)><a href="#${id}">${id}</a><#else>${id}</#if></#macro>
