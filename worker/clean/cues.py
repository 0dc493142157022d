"""Words that give boilerplate away, whatever the site: one table, a row a reason, in several languages.

A cue speaks only for lines of at most `max_words` words: a paragraph may well speak of cookies or subscriptions.
"""

import re
from dataclasses import dataclass

from worker.model import BoilerplateReason as Reason


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that gives a reason away in a line of at most `max_words` words; searched anywhere in the line."""

    reason: Reason
    pattern: re.Pattern[str]
    max_words: int


def _any(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


def _cue(reason: Reason, max_words: int, pattern: str) -> Cue:
    return Cue(reason, re.compile(pattern, re.IGNORECASE), max_words)


CONSENT = _any(
    r"\b(?:we|our|us|you|your|this (?:web)?site|accept|consent|manage)\b",
    r"\b(?:wir|unsere?r?|ihre[rn]?|diese website|zustimm\w*|akzeptier\w*|einwillig\w*)\b",
    r"\b(?:nous|notre|nos|votre|vos|ce site|accept\w*|consent\w*)\b",
    r"\b(?:nuestr\w*|usted|su navegación|este sitio|utilizamos|acept\w*)\b",
    r"\b(?:questo sito|utilizza|nostri|tuo|accett\w*)\b",
    r"\b(?:este site|utilizamos|usamos|nossos?|seu|aceit\w*)\b",
    r"\b(?:deze (?:web)?site|onze|gebruik\w*|akkoord)\b",
    r"\b(?:vi|våra?|vores?|din|dine?|denna webbplats|godkänn\w*)\b",
    r"\b(?:nasz\w*|używamy|zgod\w*)\b",
)
COOKIE = rf"^(?=.*\b(?:cookies?|クッキー|Cookie-\w+)\b)(?=.*{CONSENT})"
MONTH = _any(
    r"jan\w*", r"feb\w*", r"mar\w*", r"mär\w*", r"apr\w*", r"may", r"mai", r"jun\w*", r"jul\w*", r"aug\w*", r"sep\w*",
    r"o[ck]t\w*", r"nov\w*", r"de[cz]\w*", r"ene\w*", r"abr\w*", r"ago\w*", r"dic\w*", r"fév\w*", r"avr\w*", r"août",
)  # fmt: skip
CLOCK = r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|uhr)?"
DAY = rf"(?:\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)\b|\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:de )?{MONTH}\.?,? (?:de )?\d{{4}}\b)"  # noqa: E501 - one pattern
READING_TIME = r"\b\d{1,3}[- ]?(?:min(?:ute)?s?(?:\.|\b)[- ](?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|läsning)|Min\. Lesezeit)"  # noqa: E501 - one pattern
NAMED = r"[A-ZÀ-Þ][\w'’.-]+"
SIGNATURE = rf"(?-i:^(?:(?:Written |Reported |Posted |Story |Reviewed |Edited )?[Bb]y|BY|[Vv]on|Par|Por|Di|Door|Av|Af)[ :]+{NAMED})"

CUES: tuple[Cue, ...] = (
    _cue(Reason.COOKIE_NOTICE, 120, COOKIE),
    _cue(Reason.COOKIE_NOTICE, 60, r"\b(?:agree|accept|consent)\b.{0,80}\b(?:privacy policy|terms of (?:use|service)|user agreement)|\b(?:acceptance of our|Datenschutzerklärung zu|politique de confidentialité|política de privacidad)\b|\bgdpr\b.{0,40}\bconsent\b|recaptcha"),  # noqa: E501 - one row
    _cue(Reason.COOKIE_NOTICE, 12, r"^(?:cookies?|privacy|datenschutz|consent|einwilligung)[ -]?(?:policy|settings|preferences|notice|einstellungen|erklärung|hinweis)?$|^(?:accept|reject|decline|allow|manage) (?:all|cookies|preferences|choices)|^(?:alle )?(?:akzeptieren|ablehnen)|^(?:tout )?(?:accepter|refuser)"),  # noqa: E501 - one row
    _cue(Reason.ADVERTISEMENT, 12, r"^(?:advert(?:isement)?|ad|ads|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|reklame?|reklama|sponsored(?: content| by\b.*)?|advertorial|promoted|(?:story|article) continues (?:below|after).*|scroll (?:down )?to continue.*|continue reading below.*|(?:la suite après|nach der werbung).*|paid (?:content|post)|広告|广告|реклама)[ .:]*\d*$"),  # noqa: E501 - one row
    _cue(Reason.ADVERTISEMENT, 45, r"\b(?:we (?:may )?(?:earn|receive|get) (?:a |an )?(?:small )?(?:affiliate )?commission|affiliate (?:links|commission)|as an amazon associate|this (?:post|article|page) (?:may )?contains? affiliate|enthält affiliate|provisionslinks)\b"),  # noqa: E501 - one row
    _cue(Reason.SHARE_BAR, 14, r"^[\W_]*(?:share|teilen|partager|compartir|condividi|compartilhar|delen|dela|udostępnij|поделиться|シェア|分享)(?:[ :]*(?:this|on|via|with|it|article|story|link|post|auf|sur|en|su|no|op|diesen|cet|artikel|\W|\d|facebook|twitter|x|linkedin|whatsapp|e-?mail|pinterest|reddit|telegram|copy|print))*[\W_]*$"),  # noqa: E501 - one row
    _cue(Reason.SHARE_BAR, 8, r"^[\W_]*(?:(?:facebook|twitter|x|linkedin|whats ?app|e-?mail|pinterest|reddit|telegram|instagram|youtube|tiktok|threads|bluesky|flipboard|pocket|xing|tumblr|messenger|line|rss|print|drucken|imprimer|copy link|link copied!?|save|bookmark|tweet|pin it|like|gift)[\W_]*)+$"),  # noqa: E501 - one row
    _cue(Reason.SHARE_BAR, 14, r"\b(?:click to share|share (?:this|on|via|to)\b|opens in new window|follow (?:us|me|him|her|them)\b|find us on|connect with us|copy link|folgen sie uns|suivez[- ]nous|síguenos|seguici|siga-nos|volg ons|följ oss)"),  # noqa: E501 - one row
    _cue(Reason.SUBSCRIPTION, 45, r"\b(?:sign[- ]?up (?:for|to|here|now|today|and)|subscribe (?:to|now|today|here|for)\b|newsletters?\b.{0,60}\b(?:inbox|sign|subscri|free|weekly|daily|join|abonn)|(?:sign|subscri|join|get|abonn|receive|delivered).{0,60}\bnewsletters?\b|delivered (?:straight |right |directly )?to your inbox|in your inbox|already (?:a )?(?:subscriber|member)|create (?:a|an|your) (?:free )?account|log ?in to|zum newsletter|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríb\w+|iscriviti|inscreva-se|assine|meld je aan|prenumerera)"),  # noqa: E501 - one row
    _cue(Reason.SUBSCRIPTION, 8, r"^(?:subscribe|sign ?up|sign in|log ?in|log ?out|register|join(?: now| us)?|newsletters?|become a member|subscriptions?|my account|email(?: address)?|enter your e-?mail.*|abonnieren|anmelden|abo|einloggen|s'abonner|se connecter|connexion|suscribirse|iniciar sesión|iscriviti|accedi|assinar|entrar|aanmelden|inloggen|logga in|登录|ログイン|Подписаться|Войти)[\W_]*$"),  # noqa: E501 - one row
    _cue(Reason.RELATED_LINKS, 30, r"^[\W_]*(?:read (?:more|also|next|the full|on|full)|also read|see also|see more|related(?: (?:articles?|stor(?:y|ies)|posts?|links?|content|topics?|news|coverage|reading))?$|related:|more (?:on|from|about|in|news|stories|like this|articles|to read|coverage)\b|recommended(?: (?:for you|stories|reading|articles|posts))?$|you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)|most (?:read|popular|viewed|recent|watched|shared|commented)\b|trending(?: now| stories| topics| news)?$|top stories|latest (?:news|stories|posts|articles|from)|recent (?:posts|articles|stories|news|comments)|popular (?:posts|articles|stories|now)|up next|next (?:article|post|story|up)|previous (?:article|post|story)|don'?t miss|editor'?s'? picks?|what to read next|keep reading|continue reading|watch(?: now| next| more)?:|in case you missed|from the web|around the web|what others are reading|lesen sie auch|mehr zum thema|mehr (?:von|aus|zu)\b|auch interessant|das könnte sie auch|weitere (?:artikel|themen|nachrichten)|meistgelesen|à lire aussi|lire aussi|voir aussi|sur le même (?:sujet|thème)|les plus lus|articles? (?:liés|similaires)|lea también|lee también|te puede interesar|más (?:leídas|sobre|noticias)|noticias relacionadas|leggi anche|articoli correlati|potrebbe interessarti|leia (?:também|mais)|veja também|mais lidas|lees ook|meer (?:over|nieuws)|läs (?:också|även|mer)|les også|læs også|czytaj (?:też|także|więcej)|zobacz (?:też|także)|читайте также|관련 ?기사|関連記事|相关(?:新闻|阅读)|延伸閱讀)"),  # noqa: E501 - one row
    _cue(Reason.COPYRIGHT, 60, r"^[\W_]*(?:©|\(c\)|copyright\b)|©.{0,10}\d{4}|\b(?:copyright|©)\b.{0,60}\b(?:reserved|\d{4})|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|all content copyright|may not be (?:published|reproduced|republished)|無断転載|版权所有|무단 ?전재"),  # noqa: E501 - one row
    _cue(Reason.COPYRIGHT, 8, r"^(?:privacy(?: policy| notice| center)?|terms(?: of (?:use|service)| (?:and|&) conditions)?|imprint|impressum|datenschutz|agb|mentions légales|aviso legal|contact(?: us)?|about(?: us)?|advertise(?: with us)?|accessibility|sitemap|site map|careers|do not sell.*|your privacy choices|kontakt|help|faqs?)(?:[ |·•,/]+(?:privacy|terms|contact|about|cookies?|advertise|sitemap).*)?$"),  # noqa: E501 - one row
    _cue(Reason.COMMENT, 14, r"^[\W_]*(?:\d+ )?(?:comments?(?: (?:are )?closed\.?| \(\d+\)| below| section)?|leave a (?:comment|reply)|post a comment|add a comment|join the (?:conversation|discussion)|show comments|view comments|reply|replies|cancel reply|log in to (?:comment|reply)|your email address will not be published\..*|required fields are marked.*|comments? on this (?:article|story)|kommentare?n?|kommentar (?:schreiben|hinterlassen)|commentaires?|laisser un commentaire|comentarios?|deja un comentario|commenti|lascia un commento|comentários?|deixe um comentário|reacties?|kommentarer|комментарии|コメント|评论|댓글)[\W_]*\d*$|^.{1,40}\bsays:$"),  # noqa: E501 - one row
    _cue(Reason.CAPTION, 45, r"\bgetty images\b|\b(?:ap|afp|reuters|epa|pa|ap/) ?photo\b|^(?:file )?(?:photo|image|picture|foto|bild|immagine|crédit photo|photo credit|image credit|credit|photograph|illustration)s?(?: (?:credit|courtesy|source))?(?: ?[:/©]| by\b| von\b| courtesy)|\((?:photo|image|foto|picture|credit)s?(?: credit)?(?::| by| courtesy)|(?:photo|image|picture) (?:by|via|courtesy of)\b|/(?:getty|afp|reuters|ap|epa|shutterstock|dpa|bloomberg)\b\)?|\bshutterstock\b|^(?:file photo|image source|bildquelle)"),  # noqa: E501 - one row
    _cue(Reason.METADATA, 14, rf"{READING_TIME}|^\W*(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|publicerad|opublikowano|опубликовано)\b)|^\W*(?:\w+,? )?{DAY}(?:[ ,|–—•·-]*(?:at |um |à )?{CLOCK})?.{{0,14}}$|^\W*{CLOCK}.{{0,12}}$|^\W*\d+ (?:second|minute|hour|day|week|month|year)s? ago\W*$|^(?:tags?|categor(?:y|ies)|topics?|schlagwörter|themen|kategorien?|mots-clés|etiquetas|filed under|posted in|in this article|location|source)\b ?:"),  # noqa: E501 - one row
    _cue(Reason.BYLINE, 25, rf"{SIGNATURE}(?!.*[.!?]$)|^\(?(?:reporting|editing|writing|compiled) by\b|^\((?:with inputs? from|source:).*\)$|^(?:with inputs? from)\b|^(?:agencies|ians|pti|ani|reuters|afp|ap|dpa|associated press|staff reporter|news desk|web desk|online desk)$|\bcan be reached at\b|^(?:contact|e-?mail) .{{0,60}}@|^about the authors?$|^(?:über den autor|à propos de l'auteur|sobre el autor)$|\bis an? (?:\w+ ){{0,4}}(?:writer|reporter|editor|journalist|correspondent|contributor|columnist|author|freelancer?)\b.{{0,90}}\b(?:at|for|with|covering|based|who|from)\b"),  # noqa: E501 - one row
    _cue(Reason.NAVIGATION, 12, r"^(?:skip to (?:main )?(?:content|navigation)|skip navigation|skip ad|menu|main menu|search|suche|buscar|rechercher|home|startseite|accueil|inicio|close|back to (?:top|home|all).*|to the top|toggle navigation|open (?:menu|search|navigation)|show (?:more|less|all)|load more.*|view (?:all|more)|see all|more|sections?|navigation|listen(?: to (?:this )?article)?.*|play|pause|next|previous|prev|loading\.*|language|english|edition|download(?: the)? app.*|get the app|table of contents|contents|jump to.*|inhaltsverzeichnis|click here.*|learn more|find out more|go to .{0,30}|advertise|shop|store|video|videos|photos|gallery|podcasts?|e-?paper|live|breaking news|\W*\d{1,3}\W*|\d+ of \d+|\W+)$"),  # noqa: E501 - one row
)  # fmt: skip


def cue(line: str, words: int) -> Reason | None:
    """The reason that the line's words give away, or None."""
    length = len(line)
    return next(
        (c.reason for c in CUES if words <= c.max_words and length <= 12 * c.max_words and c.pattern.search(line)), None
    )
