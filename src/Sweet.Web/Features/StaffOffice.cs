using Sweet.Web.Features.Staff.CohortCancellations;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Cohorts.Changes;
using Sweet.Web.Features.Staff.Cohorts.Forms;
using Sweet.Web.Features.Staff.Cohorts.States;
using Sweet.Web.Features.Staff.Overviews;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features;

/// <summary>What the pages of the registration office are made of.</summary>
internal static class StaffOffice
{
    public static void AddStaffOffice(this IServiceCollection services)
    {
        services.AddScoped<LastEditors>();
        services.AddScoped<CohortLists>();
        services.AddScoped<CohortDrafts>();
        services.AddScoped<CreateCohort>();
        services.AddScoped<UpdateCohort>();
        services.AddScoped<ChangeCohortState>();
        services.AddScoped<CancellationPages>();
        services.AddScoped<CancelCohort>();
        services.AddScoped<CohortPages>();
        services.AddScoped<OverviewPages>();
        services.AddScoped<PeoplePages>();
    }
}
