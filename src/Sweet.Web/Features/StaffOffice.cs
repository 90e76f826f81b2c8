using Sweet.Web.Features.Staff.Cases;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Features.Staff.Overviews;
using Sweet.Web.Features.Staff.People;

namespace Sweet.Web.Features;

/// <summary>What the pages of the registration office are made of.</summary>
internal static class StaffOffice
{
    public static void AddStaffOffice(this IServiceCollection services)
    {
        services.AddScoped<CaseLists>().AddScoped<CasePages>();
        services.AddScoped<CohortLists>();
        services.AddScoped<CohortPages>();
        services.AddScoped<NewRefundPages>().AddScoped<RefundLists>().AddScoped<SendBack>();
        services.AddScoped<OverviewPages>();
        services.AddScoped<PeoplePages>();
    }
}
