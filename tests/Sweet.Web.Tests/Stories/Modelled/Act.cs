namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>What can happen to a place, seen from outside.</summary>
public enum Act
{
    Register,
    GoToPay,
    Pay,
    PayByBank,
    BankPays,
    BankRefuses,
    Land,
    GiveBack,
    Withdraw,
    StaffRefundPart,
    MailArrives,
    MailComesBack,
    NewsArrive,
    NewsArriveReversed,
    NewsRepeat,
    NewsAreLost,
    AnswerIsLost,
    StripeIsDown,
    MailIsNotTaken,
    Reconcile,
    EndHolds,
    SendRefunds,
    SendMail,
    TwentyMinutesPass,
    FortyMinutesPass,
}
