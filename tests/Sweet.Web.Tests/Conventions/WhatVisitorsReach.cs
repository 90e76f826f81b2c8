namespace Sweet.Web.Tests.Conventions;

/// <summary>Of <see cref="WhoReachesWhat"/>: what nobody signs in for. A link holder has the secret that the address names.</summary>
internal static class WhatVisitorsReach
{
    public const string Table = """
        stranger:     GET,HEAD /
        stranger:     GET,HEAD articles
        stranger:     GET,HEAD articles/feed.atom
        stranger:     GET,HEAD articles/feed.rss
        stranger:     GET,HEAD articles/{slug}
        stranger:     GET,HEAD cohorts/{reference}/enrollments
        stranger:     POST cohorts/{reference}/enrollments
        stranger:     GET,HEAD cohorts/{reference}/enrollments/new
        stranger:     GET,HEAD cohorts/{reference}/waitlist-entries
        stranger:     POST cohorts/{reference}/waitlist-entries
        stranger:     GET,HEAD cohorts/{reference}/waitlist-entries/new
        stranger:     GET,HEAD cohorts/{reference}/waitlist-entries/sent
        stranger:     GET,HEAD courses
        stranger:     GET,HEAD courses/feed.atom
        stranger:     GET,HEAD courses/feed.ics
        stranger:     GET,HEAD courses/feed.json
        stranger:     GET,HEAD courses/{slug}
        stranger:     GET,HEAD courses/{slug}/interests
        stranger:     POST courses/{slug}/interests
        stranger:     GET,HEAD courses/{slug}/interests/new
        stranger:     GET,HEAD courses/{slug}/interests/sent
        stranger:     ANY errors/{code:int}
        stranger:     GET,HEAD interests/removed
        stranger:     GET,HEAD link-replacements/sent
        stranger:     GET,HEAD my-enrollments
        stranger:     POST my-enrollments
        stranger:     GET,HEAD my-enrollments/sent
        stranger:     GET,HEAD pictures/{name}
        stranger:     GET,HEAD policies
        stranger:     GET,HEAD policies/{name}
        stranger:     GET,HEAD policies/{name}/versions/{id:int}
        stranger:     GET,HEAD robots.txt
        stranger:     POST sendgrid-events
        stranger:     GET,HEAD sitemap.xml
        stranger:     GET,HEAD staff/password-resets
        stranger:     POST staff/password-resets
        stranger:     GET,HEAD staff/password-resets/new
        stranger:     GET,HEAD staff/password-resets/sent
        stranger:     GET,HEAD staff/sign-in
        stranger:     POST staff/sign-in
        stranger:     GET,HEAD staff/sign-in/authenticator
        stranger:     POST staff/sign-in/authenticator
        stranger:     GET,HEAD staff/sign-in/demonstration
        stranger:     POST staff/sign-in/demonstration
        stranger:     GET,HEAD staff/sign-in/first-passkey
        stranger:     POST staff/sign-in/first-passkey
        stranger:     GET,HEAD staff/sign-in/passkey
        stranger:     POST staff/sign-in/passkey
        stranger:     GET,HEAD staff/sign-in/second-step
        stranger:     POST staff/sign-in/second-step
        stranger:     POST stripe-webhooks
        link holder:  GET,HEAD calendars/{token}.ics
        link holder:  GET,HEAD email-change-reversals/{token}
        link holder:  POST email-change-reversals/{token}
        link holder:  GET,HEAD email-changes/{token}
        link holder:  GET,HEAD email-changes/{token}/confirmation
        link holder:  POST email-changes/{token}/confirmation
        link holder:  GET,HEAD enrollments/{token}
        link holder:  GET,HEAD enrollments/{token}/address-proofs
        link holder:  POST enrollments/{token}/address-proofs
        link holder:  GET,HEAD enrollments/{token}/calendar.ics
        link holder:  GET,HEAD enrollments/{token}/checkouts
        link holder:  POST enrollments/{token}/checkouts
        link holder:  GET,HEAD enrollments/{token}/confirmations
        link holder:  POST enrollments/{token}/confirmations
        link holder:  GET,HEAD enrollments/{token}/details
        link holder:  POST enrollments/{token}/details
        link holder:  GET,HEAD enrollments/{token}/details/edit
        link holder:  GET,HEAD enrollments/{token}/email-changes
        link holder:  POST enrollments/{token}/email-changes
        link holder:  GET,HEAD enrollments/{token}/email-changes/new
        link holder:  GET,HEAD enrollments/{token}/landing
        link holder:  GET,HEAD enrollments/{token}/line-payment-returns
        link holder:  POST enrollments/{token}/line-payment-returns
        link holder:  GET,HEAD enrollments/{token}/line-payments
        link holder:  POST enrollments/{token}/line-payments
        link holder:  GET,HEAD enrollments/{token}/link-replacements
        link holder:  POST enrollments/{token}/link-replacements
        link holder:  GET,HEAD enrollments/{token}/link-replacements/new
        link holder:  GET,HEAD enrollments/{token}/documents/{number}
        link holder:  GET,HEAD enrollments/{token}/documents/{number}/pdf
        link holder:  GET,HEAD enrollments/{token}/receipt
        link holder:  GET,HEAD enrollments/{token}/renewals
        link holder:  POST enrollments/{token}/renewals
        link holder:  GET,HEAD enrollments/{token}/seat-returns
        link holder:  POST enrollments/{token}/seat-returns
        link holder:  GET,HEAD enrollments/{token}/transfers
        link holder:  POST enrollments/{token}/transfers
        link holder:  GET,HEAD enrollments/{token}/transfers/new
        link holder:  GET,HEAD enrollments/{token}/withdrawal
        link holder:  POST enrollments/{token}/withdrawal
        link holder:  GET,HEAD enrollments/{token}/withdrawal/new
        link holder:  GET,HEAD interests/{token}
        link holder:  GET,HEAD interests/{token}/confirmation
        link holder:  POST interests/{token}/confirmation
        link holder:  GET,HEAD interests/{token}/removal
        link holder:  POST interests/{token}/removal
        link holder:  GET,HEAD staff/address-changes/{token}
        link holder:  POST staff/address-changes/{token}
        link holder:  GET,HEAD staff/invitations/{token}
        link holder:  POST staff/invitations/{token}
        link holder:  GET,HEAD staff/password-resets/{token}
        link holder:  POST staff/password-resets/{token}
        link holder:  GET,HEAD waitlist-entries/{token}
        link holder:  GET,HEAD waitlist-entries/{token}/acceptance
        link holder:  POST waitlist-entries/{token}/acceptance
        link holder:  GET,HEAD waitlist-entries/{token}/confirmation
        link holder:  POST waitlist-entries/{token}/confirmation
        link holder:  GET,HEAD waitlist-entries/{token}/departure
        link holder:  POST waitlist-entries/{token}/departure
        link holder:  GET,HEAD waitlist-entries/{token}/enrollments
        link holder:  POST waitlist-entries/{token}/enrollments
        link holder:  GET,HEAD waitlist-entries/{token}/enrollments/new
        """;
}
