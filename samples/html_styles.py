"""Pages as HTML: six houses, six ways to mark up an article."""

import random
from html import escape

from samples.furniture import ADVERTS, PROMPTS, TEASERS
from samples.html_parts import (
    between,
    body,
    comments,
    image,
    json_ld,
    links,
    navigation,
    open_graph,
    share,
)
from samples.stories import Edition


def ledger(page: Edition, rng: random.Random) -> str:
    """Semantic HTML 5 with JSON-LD and OpenGraph."""
    title = escape(page.story.title)
    standfirst = f'<p class="standfirst">{escape(page.standfirst)}</p>' if page.standfirst else ""
    related = f'<aside class="inline-related"><h3>{rng.choice(PROMPTS)}</h3><ul>{links(page.related[:2])}</ul></aside>'
    advert = f'<div class="ad-slot" data-slot="mid"><span>{ADVERTS[0]}</span></div>'
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>{title} | {page.house.name}</title>
<link rel="canonical" href="{page.url}">
{open_graph(page)}
{json_ld(page)}
<style>.ad-slot{{min-height:250px}}</style></head>
<body><div id="consent" role="dialog"><p>{page.house.cookie}</p><button>Accept all</button><button>Reject all</button></div>
<header><a href="/" class="logo">{page.house.name}</a><nav><ul>{navigation(page)}</ul></nav><a href="/subscribe">Subscribe</a></header>
<main><article><header><p class="kicker">{page.section}</p><h1>{title}</h1>
{standfirst}
<p class="byline">By <span class="author">{escape(page.byline)}</span></p>
<time datetime="{page.published_at}">{page.published:%d %B %Y, %H:%M} {page.house.zone}</time>
<span class="reading-time">{page.minutes} min read</span>
<div class="share">{share("share")}</div></header>
<figure><img src="{image(page)}" alt=""><figcaption>{page.caption} <small>Photograph: {page.credit}</small></figcaption></figure>
<div class="article-body">
{between(body(page, rng), rng, related, advert)}
</div>
<footer class="tags"><a href="/t/1">{page.section.title()}</a> <a href="/t/2">News</a></footer></article>
<aside class="most-read"><h2>Most read</h2><ol>{links(TEASERS[:4])}</ol></aside></main>
<section class="newsletter"><h2>{page.house.newsletter}</h2><form><input type="email"><button>Sign up</button></form></section>
<footer><p>{page.house.copyright}</p><a href="/privacy">Privacy</a> <a href="/contact">Contact us</a></footer>
<script>window.__STATE__={{"page":"article","consent":null}};</script></body></html>
"""


def kestrel(page: Edition, rng: random.Random) -> str:
    """Nested div elements with made-up classes; JSON-LD only, links and adverts between the paragraphs."""
    title = escape(page.story.title)
    standfirst = f'<h2 class="k-synopsis">{escape(page.standfirst)}</h2>' if page.standfirst else ""
    also = f'<div class="k-also"><b>{rng.choice(PROMPTS)}:</b> <a href="/x">{escape(page.related[0])}</a></div>'
    watch = f'<div class="k-vid"><span>Watch</span> <a href="/v">{TEASERS[5]}</a></div>'
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"/><title>{title} - {page.house.name}</title>
<meta name="description" content="{escape(page.standfirst or title)}"/>
{json_ld(page)}</head><body class="k-story">
<div class="k-top"><div class="k-ticker">BREAKING <a href="/live">{TEASERS[5]}</a></div><ul class="k-nav">{navigation(page)}</ul></div>
<div class="k-wrap"><div class="k-col1"><div class="k-crumb">Home / {page.section} / Story</div>
<h1 class="k-hd">{title}</h1>
{standfirst}
<div class="k-meta"><span>{page.minutes} min read</span>. <span>Updated: {page.published:%d %b %Y, %I:%M %p} {page.house.zone}</span>
<span class="k-by">{escape(page.byline)}</span></div>
<div class="k-soc">{share("k")}</div>
<div class="k-img"><img src="{image(page)}"/><div class="k-cap">{page.caption} ({page.credit})</div></div>
<div class="k-art">
{between(body(page, rng, "h3", 'div class="k-p"'), rng, also, watch, f'<div class="k-ad">{ADVERTS[1]}</div>')}
</div>
<div class="k-nl">{page.house.newsletter}</div></div>
<div class="k-col2"><div class="k-box"><h4>Trending</h4><ul>{links(page.related[1:])}</ul></div>
<div class="k-box"><h4>Photos</h4><ul>{links(TEASERS[3:])}</ul></div></div></div>
<div class="k-foot">{page.house.copyright}</div><div class="k-cookie">{page.house.cookie} <a>OK</a></div>
</body></html>
"""


def northgate(page: Edition, rng: random.Random) -> str:
    """A page of long ago: tables, font elements, no metadata, paragraphs that nobody closes."""
    paragraphs = "\n".join(element.replace("</p>", "") for element in body(page, rng, "h4"))
    menu = " | ".join(f'<a href="{n}.htm">{name}</a>' for n, name in enumerate(page.house.sections))
    return f"""<HTML><HEAD><TITLE>{page.house.name}: {escape(page.story.title)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="760"><TR><TD COLSPAN="2"><B>{page.house.name}</B><BR>{menu}</TD></TR>
<TR><TD VALIGN="top" WIDTH="160"><FONT SIZE="1">{page.house.newsletter}<BR>{"<BR>".join(map(escape, page.related[:4]))}</FONT></TD>
<TD VALIGN="top"><H1>{escape(page.story.title)}</H1>
<FONT SIZE="2">{page.published:%B %d, %Y} {page.published:%H:%M} {page.house.zone} - By {escape(page.byline)}</FONT>
{paragraphs}
<P><FONT SIZE="1"><A HREF="print.htm">Printer friendly</A> <A HREF="mail.htm">Email this story</A></FONT>
</TD></TR><TR><TD COLSPAN="2"><FONT SIZE="1">{page.house.copyright}</FONT></TD></TR></TABLE></BODY></HTML>
"""


def meridian(page: Edition, rng: random.Random) -> str:
    """Microdata, a subscription prompt in the text, a pull quote beside it."""
    title = escape(page.story.title)
    standfirst = f'<p class="lede" itemprop="description">{escape(page.standfirst)}</p>' if page.standfirst else ""
    authors = "".join(
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{name}</span></span> '
        for name in page.authors
    )
    wall = f'<div class="paywall-prompt"><strong>{page.house.newsletter}</strong><a href="/abo">Subscribe now</a></div>'
    return f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} – {page.house.name}</title>
<link rel="canonical" href="{page.url}"></head><body>
<nav class="site"><ul>{navigation(page)}</ul></nav>
<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1>
{standfirst}
<div class="meta">{authors}<meta itemprop="datePublished" content="{page.published_at}">
<span>{page.published:%d.%m.%Y} · {page.minutes} minutes</span></div>
<figure><img itemprop="image" src="{image(page)}"><figcaption>{page.caption} © {page.credit}</figcaption></figure>
<div itemprop="articleBody">
{between(body(page, rng), rng, wall)}
</div><p class="end-note">Listen to this article in our app.</p></div>
<section class="next"><h2>Read next</h2>{links(page.related, "div")}</section>
<div class="cookie-layer"><h2>Cookies</h2><p>{page.house.cookie}</p><a>Manage</a><a>Agree</a></div>
<footer><p>{page.house.copyright}</p></footer></body></html>
"""


def tamarind(page: Edition, rng: random.Random) -> str:
    """A weblog's markup, with meta elements, comments and a box about the author."""
    title = escape(page.story.title)
    excerpt = f'<p class="entry-excerpt"><strong>{escape(page.standfirst)}</strong></p>' if page.standfirst else ""
    about = "".join(
        f'<div class="author-box"><h4>About {name}</h4><p>{name} writes for {page.house.name}.</p></div>'
        for name in page.authors
    )
    return f"""<!DOCTYPE html>
<html lang="en-SG"><head><meta charset="utf-8"><title>{title} &#8211; {page.house.name}</title>
{open_graph(page)}
<meta name="author" content="{escape(page.byline)}"></head><body class="single single-post">
<div id="page"><header id="masthead"><p class="site-title">{page.house.name}</p><ul class="menu">{navigation(page)}</ul></header>
<div id="primary"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{page.published_at}">{page.published:%B %d, %Y}</time></span>
<span class="byline"> by <a class="url fn n" href="/author">{escape(page.byline)}</a></span>
<span class="comments-link">3 Comments</span></div></header>
<div class="entry-content">{excerpt}
{between(body(page, rng, "h3"), rng, f'<p class="sponsored"><a href="/ad">{ADVERTS[2]}</a></p>')}
<div class="sharedaddy"><h3>Share this:</h3>{share("sd")}</div></div>
<footer class="entry-footer">Posted in <a href="/c">{page.section}</a>. Tagged <a href="/t">news</a>.</footer></article>
{about}
<nav class="post-navigation"><a href="/prev">Previous: {escape(page.related[0])}</a><a href="/next">Next: {escape(page.related[1])}</a></nav>
<div id="comments"><h2>3 thoughts on this story</h2><ol>{comments(rng)}</ol><form><label>Leave a Reply</label></form></div></div>
<div id="secondary"><h2>Recent Posts</h2><ul>{links(page.related[2:])}</ul><p>{page.house.newsletter}</p></div></div>
<footer id="colophon"><p>{page.house.copyright}</p><p>{page.house.cookie}</p></footer></body></html>
"""


def plainfield(page: Edition, rng: random.Random) -> str:
    """A local paper: a time element and a byline link, hidden panels, and a state script as long as the page."""
    title = escape(page.story.title)
    deck = f'<div class="deck">{escape(page.standfirst)}</div>' if page.standfirst else ""
    hidden = f'<div style="display:none" aria-hidden="true"><p>{TEASERS[6]}</p><p>Please enable JavaScript to comment.</p></div>'
    return f"""<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<meta name="twitter:title" content="{title}"><meta property="og:site_name" content="{page.house.name}"></head>
<body><a href="#main" class="skip">Skip to main content</a><div class="alert-bar">{page.house.newsletter}</div>
<nav>{navigation(page)}</nav><div class="weather">Plainfield 54&deg;F Partly cloudy</div>
<div id="main"><div class="headline"><h1>{title}</h1>{deck}</div>
<div class="credits"><a rel="author" href="/staff">{escape(page.byline)}</a>
<time datetime="{page.published_at}">{page.published:%b. %d, %Y} at {page.published:%I:%M %p} {page.house.zone}</time></div>
<div class="tools">{share("tool")}</div>
<section class="story">
{between(body(page, rng), rng, f'<div class="promo"><p>{rng.choice(PROMPTS)}: {escape(page.related[0])}</p></div>', hidden)}
<p class="correction">Have a tip or a correction? Write to newsroom@{page.house.domain}.</p></section>
<div class="gallery"><h3>More photos</h3><p>{page.caption} {page.credit}</p></div></div>
<div class="obits"><h3>Today's obituaries</h3><ul>{links(TEASERS[:2])}</ul></div>
<div class="footer">{page.house.copyright}</div><div id="gdpr">{page.house.cookie}</div></body></html>
"""


STYLES = {
    "ledger": ledger,
    "kestrel": kestrel,
    "northgate": northgate,
    "meridian": meridian,
    "tamarind": tamarind,
    "plainfield": plainfield,
}
