using Sweet.Web.Features.Staff.Accommodations;
using Sweet.Web.Features.Staff.AuditEntries;
using Sweet.Web.Features.Staff.BookMonths;
using Sweet.Web.Features.Staff.Cases;
using Sweet.Web.Features.Staff.CohortCancellations;
using Sweet.Web.Features.Staff.CohortImports;
using Sweet.Web.Features.Staff.CohortMessages;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Cohorts.Changes;
using Sweet.Web.Features.Staff.Cohorts.Forms;
using Sweet.Web.Features.Staff.Cohorts.States;
using Sweet.Web.Features.Staff.Courses;
using Sweet.Web.Features.Staff.Courses.Changes;
using Sweet.Web.Features.Staff.CourseTestimonials;
using Sweet.Web.Features.Staff.EmailResendings;
using Sweet.Web.Features.Staff.Emails;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Features.Staff.Enrollments;
using Sweet.Web.Features.Staff.Erasures;
using Sweet.Web.Features.Staff.GroupEnrollments;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Invoices;
using Sweet.Web.Features.Staff.LinkSendings;
using Sweet.Web.Features.Staff.LinkViews;
using Sweet.Web.Features.Staff.OutsideBooks;
using Sweet.Web.Features.Staff.OutsideReturns;
using Sweet.Web.Features.Staff.Overviews;
using Sweet.Web.Features.Staff.Overviews.Needs;
using Sweet.Web.Features.Staff.Payouts;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.PersonDownloads;
using Sweet.Web.Features.Staff.PolicyVersions;
using Sweet.Web.Features.Staff.Resendings;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.RosterTransfers;
using Sweet.Web.Features.Staff.Search;
using Sweet.Web.Features.Staff.Shared.Persons;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Features.Staff.StripeEventProcessings;
using Sweet.Web.Features.Staff.StripeEvents;
using Sweet.Web.Features.Staff.StudentNotes;
using Sweet.Web.Features.Staff.TransferOffers;
using Sweet.Web.Features.Staff.Transfers;
using Sweet.Web.Features.Staff.Vouchers;
using Sweet.Web.Features.Staff.Waitlists;

namespace Sweet.Web.Features;

/// <summary>What the pages of the registration office are made of.</summary>
internal static class StaffOffice
{
    public static void AddStaffOffice(this IServiceCollection services)
    {
        services.AddScoped<CaseLists>().AddScoped<CasePages>();
        services.AddScoped<LastEditors>();
        services.AddScoped<StudentReading>();
        services.AddScoped<KeepNotes>();
        services.AddScoped<PlanAccommodation>();
        services.AddScoped<ResendMessage>();
        services.AddScoped<SearchReading>();
        services.AddScoped<ShowLink>();
        services.AddScoped<SendLink>();
        services.AddScoped<RosterReading>();
        services.AddScoped<CourseForms>().AddScoped<CreateCourse>().AddScoped<UpdateCourse>().AddScoped<PreviewCourse>();
        services.AddScoped<TakePictures>().AddScoped<TestimonialPages>().AddScoped<KeepTestimonials>();
        services.AddScoped<CohortLists>();
        services.AddScoped<CohortDrafts>();
        services.AddScoped<CreateCohort>();
        services.AddScoped<UpdateCohort>();
        services.AddScoped<ChangeCohortState>();
        services.AddScoped<CancellationChoices>().AddScoped<CancellationPages>();
        services.AddScoped<CancelCohort>();
        services.AddScoped<CohortPages>();
        services.AddScoped<OfficeNeeds>().AddScoped<OverviewPages>();
        services.AddScoped<CohortMessagePages>().AddScoped<SendCohortMessage>();
        services.AddScoped<NewRefundPages>().AddScoped<RefundLists>().AddScoped<SendBack>();
        services.AddScoped<BookMonthReading>().AddScoped<PayoutReading>();
        services.AddScoped<AuditPages>();
        services.AddScoped<EmailPages>().AddScoped<ResendToStaff>();
        services.AddScoped<StripeEventPages>().AddScoped<ProcessAgain>();
        services.AddScoped<PolicyPages>().AddScoped<AddPolicyVersion>();
        services.AddScoped<PeoplePages>();
        services.AddScoped<LinePages>();
        services.AddScoped<ChangeLine>();
        services.AddScoped<HandCohorts>().AddScoped<GroupResults>();
        services.AddScoped<KeepInvoice>().AddScoped<ReturnOutside>().AddScoped<OutsideBooksPages>();
        services.AddScoped<TransferPages>().AddScoped<TransferOfferPages>();
        services.AddScoped<RosterTransferPages>().AddScoped<RosterTransferResults>().AddScoped<TransferChosen>();
        services.AddScoped<FindPerson>().AddScoped<CollectEnrollments>().AddScoped<CollectPerson>();
        services.AddScoped<ImportStudents>();
        services.AddScoped<ErasurePages>().AddScoped<ErasePerson>();
        services.AddScoped<VoucherScopes>().AddScoped<VoucherPages>().AddScoped<ChangeVoucher>();
    }
}
