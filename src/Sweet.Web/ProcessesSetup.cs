using Sweet.Web.Books.Balance;
using Sweet.Web.Books.Documents;
using Sweet.Web.Cases;
using Sweet.Web.Correcting;
using Sweet.Web.Data;
using Sweet.Web.Data.Leases;
using Sweet.Web.Email;
using Sweet.Web.Founding;
using Sweet.Web.Pictures;
using Sweet.Web.Reconciling;
using Sweet.Web.Refunding;
using Sweet.Web.Restoring;
using Sweet.Web.Seating;
using Sweet.Web.Settling;

namespace Sweet.Web;

/// <summary>What more than one door leads to.</summary>
public static class ProcessesSetup
{
    public static void AddProcesses(this WebApplicationBuilder builder) =>
        builder.Services
            .AddSingleton<SeenLeases>()
            .AddScoped<WorkerTurn>()
            .AddScoped<FoundInstitute>()
            .AddScoped<DocumentReading>()
            .AddScoped<BalanceRows>()
            .AddScoped<ReadBalance>()
            .AddScoped<LostEnrollments>()
            .AddScoped<EndOfRestoration>()
            .AddScoped<MessageTruth>()
            .AddScoped<WithheldMessages>()
            .AddScoped<ResolveCase>()
            .AddScoped<CorrectDetails>()
            .AddScoped<AskForEmailChange>()
            .AddScoped<ReplaceLinks>()
            .AddScoped<AddPicture>()
            .AddScoped<OfferSeats>()
            .AddScoped<AnswerLineWish>()
            .AddScoped<TransferStudent>()
            .AddScoped<EnrollByHand>()
            .AddScoped<OfferTransfer>()
            .AddScoped<TellSettlement>()
            .AddScoped<SettleCheckout>()
            .AddScoped<PaymentOwner>()
            .AddScoped<SettleOnce>()
            .AddScoped<SettleRefund>()
            .AddScoped<SettleDispute>()
            .AddScoped<EndHold>()
            .AddScoped<EndCancelledSeat>()
            .AddScoped<TellCohort>()
            .AddScoped<RefundAttempts>()
            .AddScoped<RefusedRefund>()
            .AddScoped<SendRefund>()
            .AddScoped<StuckRefunds>()
            .AddScoped<RunCases>()
            .AddScoped<RunBook>()
            .AddScoped<RestoredHolds>()
            .AddScoped<OurRows>()
            .AddScoped<StripeObjects>()
            .AddScoped<UnsettledObjects>()
            .AddScoped<RunParts>()
            .AddScoped<SettleEach>()
            .AddScoped<Reconcile>();
}
