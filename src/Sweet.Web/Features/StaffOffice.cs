using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Overviews;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.Waitlists;

namespace Sweet.Web.Features;

/// <summary>What the pages of the registration office are made of.</summary>
internal static class StaffOffice
{
    public static void AddStaffOffice(this IServiceCollection services)
    {
        services.AddScoped<CohortLists>();
        services.AddScoped<CohortPages>();
        services.AddScoped<OverviewPages>();
        services.AddScoped<PeoplePages>();
        services.AddScoped<LinePages>();
        services.AddScoped<ChangeLine>();
    }
}
