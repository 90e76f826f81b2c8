using Sweet.Web.Features.Staff.Accommodations;
using Sweet.Web.Features.Staff.AuditEntries;
using Sweet.Web.Features.Staff.Cases;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.EmailResendings;
using Sweet.Web.Features.Staff.Emails;
using Sweet.Web.Features.Staff.Enrollments;
using Sweet.Web.Features.Staff.Overviews;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.PolicyVersions;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Features.Staff.Enrollments;
using Sweet.Web.Features.Staff.Overviews;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.Resendings;
using Sweet.Web.Features.Staff.Search;
using Sweet.Web.Features.Staff.StripeEventProcessings;
using Sweet.Web.Features.Staff.StripeEvents;
using Sweet.Web.Features.Staff.StudentNotes;
using Sweet.Web.Features.Staff.Vouchers;
using Sweet.Web.Features.Staff.Waitlists;

namespace Sweet.Web.Features;

/// <summary>What the pages of the registration office are made of.</summary>
internal static class StaffOffice
{
    public static void AddStaffOffice(this IServiceCollection services)
    {
        services.AddScoped<CaseLists>().AddScoped<CasePages>();
        services.AddScoped<StudentReading>();
        services.AddScoped<KeepNotes>();
        services.AddScoped<PlanAccommodation>();
        services.AddScoped<ResendMessage>();
        services.AddScoped<SearchReading>();
        services.AddScoped<CohortLists>();
        services.AddScoped<CohortPages>();
        services.AddScoped<NewRefundPages>().AddScoped<RefundLists>().AddScoped<SendBack>();
        services.AddScoped<AuditPages>();
        services.AddScoped<EmailPages>().AddScoped<ResendToStaff>();
        services.AddScoped<StripeEventPages>().AddScoped<ProcessAgain>();
        services.AddScoped<PolicyPages>().AddScoped<AddPolicyVersion>();
        services.AddScoped<OverviewPages>();
        services.AddScoped<PeoplePages>();
        services.AddScoped<LinePages>();
        services.AddScoped<ChangeLine>();
        services.AddScoped<VoucherScopes>().AddScoped<VoucherPages>().AddScoped<ChangeVoucher>();
    }
}
