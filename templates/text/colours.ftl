<#-- Colours go with words, never instead of them. -->
<#function verdict v><#return {"confirmed": ansi.red, "likely": ansi.red, "possible": ansi.yellow}[v]!ansi.blue></#function>
<#function state s><#return {"expected": ansi.green, "error": ansi.red, "absent": ansi.red}[s]!ansi.yellow></#function>
<#function status s><#return {"failed": ansi.red, "ok": ansi.green, "sound": ansi.green}[s]!ansi.yellow></#function>
