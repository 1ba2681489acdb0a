import { KEPT_KEY, OPEN_KEY, REPLACED_KEY } from "./kept";

/**
 * A script for the head of every page: what this browser keeps is known before the first paint, so that
 * banners stand from then on or not at all. On `html`: `data-shared` where the link came from elsewhere and
 * is not this browser’s own,
 * `data-kept` where another scenario of its own is kept, `data-replaced` where the link took the place of one,
 * `data-back` where there is a scenario to go back to. Links to these get their address once the page is read:
 * `data-mine`, `data-before`, and `data-carries=own` on pages without a scenario.
 */
export const FIRST_PAINT = `{let d=document.documentElement.dataset,s=location.search&&!document.referrer.startsWith(location.origin+"/");try{let w="/"+location.search,k=JSON.parse(localStorage.getItem("${KEPT_KEY}"))||{recent:[],saved:[]},r=JSON.parse(sessionStorage.getItem("${REPLACED_KEY}")),m=k.recent[0],b=sessionStorage.getItem("${OPEN_KEY}")||m&&m.slice(1);if(r&&r.now==w)d.replaced="";else if(!k.recent.includes(w)&&!k.saved.some(o=>o.link==w)){if(s)d.shared="";if(m)d.kept=""}if(b)d.back="";addEventListener("DOMContentLoaded",()=>{let f=(q,g)=>{for(let a of document.querySelectorAll(q))g(a)};if(m)f("a[data-mine]",a=>a.search=m.slice(1));if(r)f("a[data-before]",a=>a.search=r.before.slice(1));if(b)f("a[data-carries=own]",a=>a.search=b)})}catch{if(s)d.shared=""}}`;
