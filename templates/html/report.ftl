<#-- One self-contained page. Values are escaped by the output format; only asset() is not. -->
<#import "/words.ftl" as w>
<#import "text.ftl" as x>
<#import "card.ftl" as card>
<#import "chart.ftl" as chart>
<#import "sections.ftl" as section>
<#assign hasTimeline = report.runs?filter(r -> r.timeline?has_content)?has_content || certificates?filter(c -> c.history?size gt 1)?has_content>
<#assign hasServed = !report.runs?has_content && report.checked?filter(c -> c.matrix??)?has_content>
<#assign failed = report.diagnoses?has_content>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${assetHash("report.css")}'; script-src '${assetHash("report.js")}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="certbot-doctor ${report.toolVersion}">
<title>${w.status(status)}: <@x.plain report.headline/></title>
<style>${asset("report.css")}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<#include "icons.ftl">
<div class="page">
<nav class="toc" aria-label="Contents">
<p class="brand"><svg class="i" aria-hidden="true"><use href="#i-doctor"/></svg>certbot-doctor</p>
<#if failed>
<p class="toc-head"><a href="#diagnoses">${w.count(report.diagnoses?size, "diagnosis", "diagnoses")}</a></p>
<ol>
<#list report.diagnoses as d><#if d?index lt 12>
<li><a href="#${d.id}"><@x.icon "v-" + d.verdict/><span><b>${d.id}</b> <@x.plain d.title/></span></a></li>
</#if></#list>
<#if report.diagnoses?size gt 12>
<li><a href="#diagnoses">and ${report.diagnoses?size - 12} more</a></li>
</#if>
</ol>
</#if>
<ul>
<#if hasServed><li><a href="#served">What each server says</a></li></#if><#if report.resolved?has_content><li><a href="#resolved">Resolved since</a></li></#if>
<#if hasTimeline><li><a href="#timeline">Timeline</a></li></#if>
<#if report.notices?has_content><li><a href="#notices">Worth knowing</a></li></#if>
<#if report.notChecked?has_content><li><a href="#not-checked">What was not checked</a></li></#if>
<#if report.runs?has_content><li><a href="#inventory">Runs and names</a></li></#if>
<#if report.exchanges?has_content><li><a href="#exchanges">DNS questions and answers</a></li></#if>
<li><a href="#inputs">What was read</a></li>
</ul>
</nav>
<main id="main" tabindex="-1">
<@section.head/>
<#if failed>
<section id="diagnoses" aria-labelledby="diagnoses-h"<#if report.diagnoses?size gt 25> class="many"</#if>>
<div class="bar">
<h2 id="diagnoses-h">What went wrong<#if report.diagnoses?size gt 1> <span class="n">${report.diagnoses?size}</span></#if></h2>
<div class="tools" hidden>
<#if report.diagnoses?size gt 3>
<label>Filter <input type="search" id="filter" autocomplete="off" placeholder="name, cause, verdict"></label>
</#if>
<button type="button" id="expand" aria-pressed="false">Expand all</button>
</div>
</div>
<p id="filter-note" class="note" role="status"></p>
<#list report.diagnoses as d>
<@card.diagnosis d=d open=(report.diagnoses?size lte 6 || d?index lt (report.diagnoses?size gt 25)?then(1, 3))/>
</#list>
</section>
</#if>
<#if hasServed><@section.served/></#if>
<@section.resolved/>
<#if hasTimeline><@chart.timeline/></#if>
<@section.notices/>
<@section.notChecked/>
<@section.inventory/>
<@section.exchanges/>
<@section.inputs/>
</main>
</div>
<footer>
<p>certbot-doctor ${report.toolVersion}<#if report.generated??>, report of <time>${w.time(report.generated)}</time></#if>. This file asks no server for anything.</p>
</footer>
<script>${asset("report.js")}</script>
</body>
</html>
