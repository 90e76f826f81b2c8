namespace Sweet.Web.Tests.Conventions;

/// <summary>Every action with who reaches it; an admin can do what marketing does. <see cref="EndpointConventionTests"/> asks each.</summary>
internal static class WhoReachesWhat
{
    public const string Table = WhatVisitorsReach.Table + "\n" + """
        any of staff: GET,HEAD staff/kept-forms/{token}
        any of staff: GET,HEAD staff/profile
        any of staff: GET,HEAD staff/profile/passkeys
        any of staff: POST staff/profile/passkeys
        any of staff: GET,HEAD staff/profile/passkeys/{key}
        any of staff: POST staff/profile/passkeys/{key}
        any of staff: GET,HEAD staff/profile/passkeys/{key}/removal
        any of staff: POST staff/profile/passkeys/{key}/removal
        any of staff: GET,HEAD staff/profile/address
        any of staff: POST staff/profile/address
        any of staff: GET,HEAD staff/profile/address/sent
        any of staff: GET,HEAD staff/profile/authenticator
        any of staff: POST staff/profile/authenticator
        any of staff: GET,HEAD staff/profile/password
        any of staff: POST staff/profile/password
        any of staff: GET,HEAD staff/profile/sessions/end
        any of staff: POST staff/profile/sessions/end
        any of staff: GET,HEAD staff/profile/sessions/{id:int}/end
        any of staff: POST staff/profile/sessions/{id:int}/end
        any of staff: GET,HEAD staff/sign-out
        any of staff: POST staff/sign-out
        marketing:    GET,HEAD staff
        admin:        GET,HEAD admin/audit
        admin:        GET,HEAD admin/audit/export
        admin:        GET,HEAD admin/books
        admin:        GET,HEAD admin/books/export
        admin:        GET,HEAD admin/cases
        admin:        GET,HEAD admin/cases/{id:int}
        admin:        GET,HEAD admin/cases/{id:int}/resolution
        admin:        POST admin/cases/{id:int}/resolution
        admin:        GET,HEAD admin/cohorts
        admin:        POST admin/cohorts
        admin:        GET,HEAD admin/cohorts/new
        admin:        GET,HEAD admin/cohorts/{id:int}
        admin:        POST admin/cohorts/{id:int}
        admin:        GET,HEAD admin/cohorts/{id:int}/cancellation
        admin:        POST admin/cohorts/{id:int}/cancellation
        admin:        GET,HEAD admin/cohorts/{id:int}/closing
        admin:        POST admin/cohorts/{id:int}/closing
        admin:        GET,HEAD admin/cohorts/{id:int}/completion
        admin:        POST admin/cohorts/{id:int}/completion
        admin:        GET,HEAD admin/cohorts/{id:int}/copies
        admin:        GET,HEAD admin/cohorts/{id:int}/edit
        admin:        GET,HEAD admin/cohorts/{id:int}/group-enrollments
        admin:        POST admin/cohorts/{id:int}/group-enrollments
        admin:        GET,HEAD admin/cohorts/{id:int}/group-enrollments/new
        admin:        GET,HEAD admin/cohorts/{id:int}/group-enrollments/{key}
        admin:        GET,HEAD admin/cohorts/{id:int}/hand-enrollments
        admin:        POST admin/cohorts/{id:int}/hand-enrollments
        admin:        GET,HEAD admin/cohorts/{id:int}/hand-enrollments/new
        admin:        GET,HEAD admin/cohorts/{id:int}/imports
        admin:        POST admin/cohorts/{id:int}/imports
        admin:        GET,HEAD admin/cohorts/{id:int}/imports/new
        admin:        GET,HEAD admin/cohorts/{id:int}/messages
        admin:        POST admin/cohorts/{id:int}/messages
        admin:        GET,HEAD admin/cohorts/{id:int}/messages/new
        admin:        GET,HEAD admin/cohorts/{id:int}/messages/{messageId:int}
        admin:        GET,HEAD admin/cohorts/{id:int}/opening
        admin:        POST admin/cohorts/{id:int}/opening
        admin:        GET,HEAD admin/cohorts/{id:int}/roster
        admin:        GET,HEAD admin/cohorts/{id:int}/roster.csv
        admin:        GET,HEAD admin/cohorts/{id:int}/roster/columns
        admin:        POST admin/cohorts/{id:int}/roster/columns
        admin:        GET,HEAD admin/cohorts/{id:int}/roster/selection
        admin:        GET,HEAD admin/cohorts/{id:int}/roster/sheet
        admin:        GET,HEAD admin/cohorts/{id:int}/roster/transfers
        admin:        POST admin/cohorts/{id:int}/roster/transfers
        admin:        GET,HEAD admin/cohorts/{id:int}/roster/transfers/new
        admin:        GET,HEAD admin/cohorts/{id:int}/waitlist
        admin:        GET,HEAD admin/courses
        admin:        GET,HEAD admin/courses/{id:int}/testimonials
        admin:        POST admin/courses/{id:int}/testimonials
        admin:        GET,HEAD admin/courses/{id:int}/testimonials/{testimonialId:int}/withdrawal
        admin:        POST admin/courses/{id:int}/testimonials/{testimonialId:int}/withdrawal
        admin:        GET,HEAD admin/courses/new
        admin:        GET,HEAD admin/courses/refund-rule
        admin:        POST admin/courses
        admin:        GET,HEAD admin/courses/{id:int}
        admin:        POST admin/courses/{id:int}
        admin:        GET,HEAD admin/courses/{id:int}/publication
        admin:        POST admin/courses/{id:int}/publication
        admin:        GET,HEAD admin/documents/{number}
        admin:        GET,HEAD admin/documents/{number}/pdf
        admin:        GET,HEAD admin/enrollments/{id:int}
        admin:        GET,HEAD admin/enrollments/{id:int}/accommodation
        admin:        POST admin/enrollments/{id:int}/accommodation
        admin:        GET,HEAD admin/enrollments/{id:int}/accommodation/edit
        admin:        GET,HEAD admin/enrollments/{id:int}/cohort-choices
        admin:        GET,HEAD admin/enrollments/{id:int}/details
        admin:        POST admin/enrollments/{id:int}/details
        admin:        GET,HEAD admin/enrollments/{id:int}/details/edit
        admin:        GET,HEAD admin/enrollments/{id:int}/downloads
        admin:        POST admin/enrollments/{id:int}/downloads
        admin:        GET,HEAD admin/enrollments/{id:int}/erasures
        admin:        POST admin/enrollments/{id:int}/erasures
        admin:        GET,HEAD admin/enrollments/{id:int}/erasures/new
        admin:        GET,HEAD admin/enrollments/{id:int}/hold-end
        admin:        POST admin/enrollments/{id:int}/hold-end
        admin:        GET,HEAD admin/enrollments/{id:int}/invoice
        admin:        GET,HEAD admin/enrollments/{id:int}/invoice/dates
        admin:        POST admin/enrollments/{id:int}/invoice/dates
        admin:        GET,HEAD admin/enrollments/{id:int}/invoice/payments
        admin:        POST admin/enrollments/{id:int}/invoice/payments
        admin:        GET,HEAD admin/enrollments/{id:int}/link-replacements
        admin:        POST admin/enrollments/{id:int}/link-replacements
        admin:        GET,HEAD admin/enrollments/{id:int}/link-replacements/new
        admin:        GET,HEAD admin/enrollments/{id:int}/link-sendings
        admin:        POST admin/enrollments/{id:int}/link-sendings
        admin:        GET,HEAD admin/enrollments/{id:int}/link-views
        admin:        POST admin/enrollments/{id:int}/link-views
        admin:        GET,HEAD admin/enrollments/{id:int}/messages/{messageId:int}/resendings
        admin:        POST admin/enrollments/{id:int}/messages/{messageId:int}/resendings
        admin:        GET,HEAD admin/enrollments/{id:int}/messages/{messageId:int}/resendings/new
        admin:        GET,HEAD admin/enrollments/{id:int}/notes
        admin:        POST admin/enrollments/{id:int}/notes
        admin:        GET,HEAD admin/enrollments/{id:int}/notes/{noteId:int}/removal
        admin:        POST admin/enrollments/{id:int}/notes/{noteId:int}/removal
        admin:        GET,HEAD admin/enrollments/{id:int}/notes/{noteId:int}/return
        admin:        POST admin/enrollments/{id:int}/notes/{noteId:int}/return
        admin:        GET,HEAD admin/enrollments/{id:int}/refunds
        admin:        POST admin/enrollments/{id:int}/refunds
        admin:        GET,HEAD admin/enrollments/{id:int}/refunds/new
        admin:        GET,HEAD admin/enrollments/{id:int}/transfer-offers
        admin:        POST admin/enrollments/{id:int}/transfer-offers
        admin:        GET,HEAD admin/enrollments/{id:int}/transfer-offers/new
        admin:        GET,HEAD admin/enrollments/{id:int}/transfer-offers/{offerId:int}/ending
        admin:        POST admin/enrollments/{id:int}/transfer-offers/{offerId:int}/ending
        admin:        GET,HEAD admin/enrollments/{id:int}/transfers
        admin:        POST admin/enrollments/{id:int}/transfers
        admin:        GET,HEAD admin/enrollments/{id:int}/transfers/new
        admin:        GET,HEAD admin/outbox
        admin:        GET,HEAD admin/outbox/{id:int}
        admin:        GET,HEAD admin/outbox/{id:int}/resendings
        admin:        POST admin/outbox/{id:int}/resendings
        admin:        GET,HEAD admin/outside-money
        admin:        GET,HEAD admin/payouts/{id:int}
        admin:        GET,HEAD admin/people
        admin:        GET,HEAD admin/people/invitations
        admin:        POST admin/people/invitations
        admin:        GET,HEAD admin/people/invitations/{id:int}/revocation
        admin:        POST admin/people/invitations/{id:int}/revocation
        admin:        GET,HEAD admin/people/{id}
        admin:        GET,HEAD admin/people/{id}/disabling
        admin:        POST admin/people/{id}/disabling
        admin:        GET,HEAD admin/people/{id}/enabling
        admin:        POST admin/people/{id}/enabling
        admin:        GET,HEAD admin/people/{id}/roles
        admin:        POST admin/people/{id}/roles
        admin:        GET,HEAD admin/people/{id}/second-step-reset
        admin:        POST admin/people/{id}/second-step-reset
        admin:        GET,HEAD admin/policies
        admin:        GET,HEAD admin/policies/{id:int}
        admin:        GET,HEAD admin/policies/{name}
        admin:        POST admin/policies/{name}
        admin:        GET,HEAD admin/policies/{name}/comparison
        admin:        POST admin/policies/{name}/comparison
        admin:        GET,HEAD admin/policies/{name}/new
        admin:        GET,HEAD admin/refunds/{id:int}/return
        admin:        POST admin/refunds/{id:int}/return
        admin:        GET,HEAD admin/search
        admin:        GET,HEAD admin/setup
        admin:        POST admin/setup
        admin:        GET,HEAD admin/stripe-events
        admin:        GET,HEAD admin/stripe-events/{id:int}
        admin:        GET,HEAD admin/stripe-events/{id:int}/processings
        admin:        POST admin/stripe-events/{id:int}/processings
        admin:        GET,HEAD admin/vouchers
        admin:        POST admin/vouchers
        admin:        GET,HEAD admin/vouchers/new
        admin:        GET,HEAD admin/vouchers/{id:int}
        admin:        POST admin/vouchers/{id:int}
        admin:        GET,HEAD admin/vouchers/{id:int}/edit
        admin:        GET,HEAD admin/vouchers/{id:int}/ending
        admin:        POST admin/vouchers/{id:int}/ending
        admin:        GET,HEAD admin/waitlist-entries/{id:int}/moves
        admin:        POST admin/waitlist-entries/{id:int}/moves
        admin:        GET,HEAD admin/waitlist-entries/{id:int}/moves/new
        admin:        GET,HEAD admin/waitlist-entries/{id:int}/offers
        admin:        POST admin/waitlist-entries/{id:int}/offers
        admin:        GET,HEAD admin/waitlist-entries/{id:int}/offers/new
        admin:        GET,HEAD admin/waitlist-entries/{id:int}/removals
        admin:        POST admin/waitlist-entries/{id:int}/removals
        admin:        GET,HEAD admin/waitlist-entries/{id:int}/removals/new
        admin:        GET,HEAD admin/waitlists
        """;
}
